import { expect, it } from 'vitest';
import { formOf } from '../../commandForms/commandForms.ts';
import { recordingOf, recordingPaths } from './recordingOf.ts';

it('leads from every task only to forms that there are', () => {
  expect(recordingPaths.filter((path) => !formOf({ path }))).toEqual([]);
});

it('names the thing the task is about, and the way back', () => {
  const subject = { id: '0190a0c4-0000-7000-8000-000000000001' };
  const task = { reference: 'KMT4-9RQX', subject };
  expect(recordingOf({ ...task, kind: 'action' })?.href).toBe(
    `/cases/KMT4-9RQX/actions/${subject.id}/completion?then=tasks`,
  );
  expect(recordingOf({ ...task, kind: 'firstContact' })?.href).toBe('/cases/KMT4-9RQX/contact-attempts?then=tasks');
  expect(recordingOf({ ...task, kind: 'repeatFlag' })).toBeNull();
});
