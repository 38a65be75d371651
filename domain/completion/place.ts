import { londonDate } from '../calendar/london.ts';
import type { CaseFact } from '../lifecycle/caseFact.ts';
import { isFarOff } from './isFarOff.ts';
import { chooseMeeting } from './chooseMeeting.ts';
import type { AskOf, Completion, Found } from './found.ts';

/** What a meeting or a merge does to a case is never refused for want of a meeting: it stands among the exceptions. */
const neverRefused: readonly AskOf<'place'>['because'][] = [
  'deferred',
  'meetingCancelled',
  'mergeUndone',
  'deathTakenBack',
];

/** A backdated listing of a case that was taken over goes by the date it happened; any other by today. */
export function place(ask: AskOf<'place'>, facts: readonly CaseFact[], found: Found): Completion {
  const { occurred } = found;
  const today = londonDate(isSilent(facts, found) ? occurred.at : found.recordedAt);
  const heardToday = facts.find((fact) => fact.type === 'caseDeferred')?.data.meetingId;
  const choices = found.meetings.filter((meeting) => meeting.meetingId !== heardToday);
  const chosen = chooseMeeting(choices, today, ask.meetingId, ask.because);
  const regardless = neverRefused.includes(ask.because);
  if (!chosen.ok) return regardless ? { ok: true, facts } : chosen;
  const { meetingId, meetingOn, overflow, late } = chosen;
  const data = {
    listingId: found.idFor('listing'),
    meetingId,
    meetingOn,
    overflow,
    because: ask.because,
    reasonId: ask.reasonId,
    ...(late ? { late } : {}),
    ...(isFarOff(meetingOn, today, found) ? { farOff: true } : {}),
  };
  return { ok: true, facts: [...facts, { type: 'caseListed', occurred, data }] };
}

function isSilent(facts: readonly CaseFact[], found: Found): boolean {
  return found.standing?.silent ?? facts.some((fact) => fact.type === 'referralReceived' && fact.data.adopted);
}
