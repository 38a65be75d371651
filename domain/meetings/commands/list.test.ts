import { describe, expect, it } from 'vitest';
import { newMeeting, type MeetingState } from '../meetingState.ts';
import { returnResearch } from './list.ts';

const at = '2026-03-18T10:00:00.000Z';
const when = { occurred: { at, precision: 'minute' }, now: at } as const;
const request = { agencyId: 'housing', caseIds: ['first', 'second'], returned: ['first'] };
const locked: MeetingState = { ...newMeeting(), stage: 'locked', requests: { asked: request } };
const nothing = { agencyId: 'housing', result: 'nothingKnown', contentId: null } as const;

describe('an answer of an agency', () => {
  it('may be given anew about one case: the later one counts', () => {
    const again = returnResearch(locked, { ...nothing, caseId: 'first' }, when);
    expect(again).toMatchObject({ ok: true, facts: [{ type: 'researchReturned' }] });
  });

  it('that is one of many stands back behind what a colleague answered meanwhile', () => {
    const late = returnResearch(locked, { ...nothing, caseId: 'first', onlyIfUnanswered: true }, when);
    expect(late).toMatchObject({ ok: false, code: 'ANSWERED_ALREADY' });
  });

  it('that is one of many is recorded as any other, and completes the request with the last case', () => {
    const last = returnResearch(locked, { ...nothing, caseId: 'second', onlyIfUnanswered: true }, when);
    const data = { requestId: 'asked', ...nothing, caseId: 'second' };
    expect(last.ok && last.facts).toEqual([
      { type: 'researchReturned', occurred: when.occurred, data },
      { type: 'researchComplete', occurred: when.occurred, data: { requestId: 'asked' } },
    ]);
  });
});
