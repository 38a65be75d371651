import type { IsoInstant } from '../calendar/time.ts';
import type { ClockKind } from '../clocks/clockKind.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { DutyOwedAgain } from '../lifecycle/facts/closing.ts';
import { contactDuties } from './contactDuties.ts';
import { type DutyChange, type DutyOwner, fallsAway, idvaOf, nobody, serviceOf, starts } from './dutyChange.ts';
import { tellingResults } from './liveDateDuties.ts';

/**
 * Duties of the MARAC that nobody can do any more once the record is frozen. What is owed to the children is none of them: with
 * their mother dead it is owed all the more.
 */
const caseworkDuties: readonly ClockKind[] = [
  'screen',
  'incompleteChase',
  'planReview',
  'referrerTold',
  'consentDecision',
  'interimDecision',
  'deferralDecision',
];

/** Every duty that a death ends. */
export const endedByDeath: readonly ClockKind[] = [
  'allocation',
  ...contactDuties,
  ...caseworkDuties,
  ...tellingResults,
];

/** By this code a clock says that it fell away with a death. */
export const becauseOfDeath = 'victimDied';

/** Contact stops, and so does what only she could be helped by; nobody reviews a record that is held. */
export function victimDied(): readonly DutyChange[] {
  return [fallsAway(endedByDeath, becauseOfDeath), fallsAway(['retentionReview'], 'legalHold')];
}

/** What fell away begins anew, counted from when that was recorded: nobody could have done it while the record was frozen. */
export function deathTakenBack({ data }: Fact<'deathTakenBack'>, standing: CaseStanding): readonly DutyChange[] {
  return data.owed.flatMap((duty) =>
    duty.kind === 'retentionReview' ? reviewAgain(duty, data, standing) : beginsAnew(duty, data.owedFrom, standing),
  );
}

/** A record that was held is reviewed when it would have been: so long after the case ended, or when somebody had put it off to. */
function reviewAgain(
  { kind, subject }: DutyOwedAgain,
  { kept, owedFrom }: Fact<'deathTakenBack'>['data'],
  { endedAt }: CaseStanding,
): readonly DutyChange[] {
  const review = starts(kind, subject, nobody, { anchor: endedAt ?? owedFrom });
  if (kept === undefined) return [review];
  const due = { type: 'day', date: kept.until } as const;
  return [review, { do: 'move', kinds: [kind], subjectId: subject.id, due, because: 'moved', reasonId: kept.reasonId }];
}

function beginsAnew(duty: DutyOwedAgain, anchor: IsoInstant, standing: CaseStanding): readonly DutyChange[] {
  const { kind, subject } = duty;
  const { meetingOn } = standing;
  // Without a list there is no agenda it has to come before; the next list asks for it.
  if (kind === 'planReview' && meetingOn === null) return [];
  const before = (kind === 'planReview' || kind === 'safetyPlan') && meetingOn !== null ? { meetingOn } : {};
  // Whether the victim has enhanced rights is not known here: the shorter time counts.
  const urgent = kind === 'bailOutcome' ? { urgent: true } : {};
  return [starts(kind, subject, ownerOf(duty, standing), { ...before, ...urgent, anchor, begunAnew: true })];
}

function ownerOf({ kind, watchedById }: DutyOwedAgain, standing: CaseStanding): DutyOwner {
  if (watchedById !== undefined) return { agencyId: null, ownerId: watchedById };
  if (caseworkDuties.includes(kind)) return nobody;
  return kind === 'allocation' || kind === 'contactDecision' ? serviceOf(standing) : idvaOf(standing);
}
