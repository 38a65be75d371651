import { describe, expect, it } from 'vitest';
import { formOf } from '../../commandForms/commandForms.ts';
import { recordingOf, recordingPaths } from './recordingOf.ts';

it('leads from every task only to forms that there are', () => {
  expect(recordingPaths.filter((path) => !formOf({ path }))).toEqual([]);
});

it('names the thing the task is about, and the way back', () => {
  const subject = { type: 'action', id: '0190a0c4-0000-7000-8000-000000000001' };
  const task = { reference: 'KMT4-9RQX', subject };
  expect(recordingOf({ ...task, kind: 'action' })?.href).toBe(
    `/cases/KMT4-9RQX/actions/${subject.id}/completion?then=tasks`,
  );
  expect(recordingOf({ ...task, kind: 'firstContact' })?.href).toBe('/cases/KMT4-9RQX/contact-attempts?then=tasks');
  expect(recordingOf({ ...task, kind: 'repeatFlag' })).toBeNull();
});

describe('a decision about contact', () => {
  const path = (type: string) =>
    recordingOf({ kind: 'contactDecision', reference: 'KMT4-9RQX', subject: { type, id: 'x' } })?.href;

  it('is about the attempts where it is a case’s, and about the suspension where it is a victim’s', () => {
    expect(path('case')).toBe('/cases/KMT4-9RQX/attempts-decision?then=tasks');
    expect(path('victim')).toBe('/cases/KMT4-9RQX/contact-decision?then=tasks');
  });
});
