import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Recordings, recordingOf } from './recordingOf.ts';

const id = '0190a0c4-0000-7000-8000-000000000001';
const ofCase = { reference: 'KMT4-9RQX', meeting: null, assessment: null, subject: { type: 'case', id }, side: null };
const ofMeeting = { ...ofCase, reference: null, meeting: { meetingId: id, on: '2026-03-24' } };

// @ts-expect-error A kind of clock without a line does not compile.
const _nothingForAny: Recordings = {};

describe('where a task is done', () => {
  it('names the thing the task is about, and the way back', () => {
    const subject = { type: 'action', id };
    expect(recordingOf({ ...ofCase, kind: 'action', subject })?.href).toBe(
      `/cases/KMT4-9RQX/actions/${id}/completion?then=tasks`,
    );
    expect(recordingOf({ ...ofCase, kind: 'firstContact' })?.href).toBe('/cases/KMT4-9RQX/contact-attempts?then=tasks');
    expect(recordingOf({ ...ofCase, kind: 'repeatFlag' })).toBeNull();
  });

  it('is about the attempts where a decision is a case’s, and about the suspension where it is a victim’s', () => {
    const path = (type: string) => recordingOf({ ...ofCase, kind: 'contactDecision', subject: { type, id } })?.href;
    expect(path('case')).toBe('/cases/KMT4-9RQX/attempts-decision?then=tasks');
    expect(path('victim')).toBe('/cases/KMT4-9RQX/contact-decision?then=tasks');
  });

  it.each(['highNotReferred', 'acknowledgement', 'refusedHandover'])(
    'of an assessment without a referral, %s, is its own page',
    (kind) => {
      const assessment = { assessmentId: id, on: '2026-03-02' };
      expect(recordingOf({ ...ofCase, reference: null, assessment, kind })?.href).toBe(`/assessments/${id}`);
    },
  );

  it.each(['agendaOut', 'researchReturn', 'meetingConcluded', 'minutesOut'])(
    'of a meeting, %s, is a place on its page',
    (kind) => {
      const { pathname, hash } = new URL(recordingOf({ ...ofMeeting, kind })?.href ?? '', 'http://here');
      expect(pathname).toBe(`/meetings/${id}`);
      const page = readFileSync(new URL('../meetings/_meetingId/view.njk', import.meta.url), 'utf8');
      expect(page).toContain(`id="${hash.slice(1)}"`);
    },
  );
});
