import { endedByDeath } from '../duties/deathDuties.ts';
import { engagementNeverRecorded } from '../duties/engagementDuties.ts';
import { dutiesOf } from '../duties/dutiesOf.ts';
import type { CaseFact, CaseFactType, Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { DutyOwedAgain } from '../lifecycle/facts/closing.ts';
import type { Stage } from '../lifecycle/stage.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { type AskOf, type Completion, type Found, standingOf } from './found.ts';
import { withChildrenOwed } from './notifyChildren.ts';
import { place } from './place.ts';

/** The death on record in a case: the duties that fell away with it, and what happened since, in order. */
export interface DeathFound {
  readonly fell: readonly DutyOwedAgain[];
  readonly since: readonly CaseFact[];
  /** The stage at which the case ended; null where it has not. */
  readonly endedAs: Stage | null;
  /** How long the record was to be kept by a review before the death; null where it had not been reviewed since the case ended. */
  readonly kept: Fact<'recordKept'>['data'] | null;
}

/**
 * The record is open again and what fell away is owed anew. Where the case was closed over it, or came off its list, since she was
 * taken for dead, it is open and on a list again: nobody had decided that of somebody who lives. So is one that ended altogether for
 * want of what is owed again. Any other that has ended stays so, and its record is reviewed.
 */
export function takeBackDeath(ask: AskOf<'takeBackDeath'>, facts: readonly CaseFact[], found: Found): Completion {
  const { death, occurred, recordedAt, policy } = found;
  if (!death) throw new Error('A record is frozen by a death, and no death is on record.');
  const { reasonId, elsewhere } = ask;
  const standing = asIfAlive(death, standingOf(found));
  const owed = standing.stage === 'ended' ? [] : owedAgain(death, standing, policy);
  const said = { reasonId, ...(elsewhere === true ? { elsewhere } : {}) };
  const ended = standingOf(found).stage === 'ended';
  const closed = standing.stage === 'closed' && (happened(death, 'caseClosed') || (ended && owed.length > 0));
  if (ended && !closed) return { ok: true, facts: [...facts, staysEnded(said, death, found)] };
  const data = {
    ...said,
    owed: closed && reopenedAs(standing) === 'caseReopenedUnscreened' ? screenedFirst(owed, standing) : owed,
    // Whenever somebody found out: until it is recorded nobody could do anything.
    owedFrom: standing.silent ? occurred.at : recordedAt,
  };
  const open: CaseFact[] = [...facts, { type: 'deathTakenBack', occurred, data }];
  if (closed) open.push(withChildrenOwed({ type: reopenedAs(standing), occurred, data: { reasonId } }, found));
  const mayBeListed = closed || ['received', 'returned', 'accepted', 'graded', 'heard'].includes(standing.stage);
  if (!mayBeListed || standing.meetingId !== null || !happened(death, 'takenOffList')) return { ok: true, facts: open };
  const because = reachedMeeting(standing) ? 'heardAgain' : 'deathTakenBack';
  const placed = place({ type: 'place', because, meetingId: null, reasonId }, open, found);
  // Without a meeting to come it stands among the exceptions; nothing is refused for that.
  return placed.ok ? placed : { ok: true, facts: open };
}

/** The case as it would stand had it not been frozen; one that was closed and ended since as it stood before that end. */
function asIfAlive(death: DeathFound, standing: CaseStanding): CaseStanding {
  const over = standing.stage === 'ended' && death.endedAs === 'closed' && happened(death, 'caseEnded');
  const alive = { ...standing, frozen: false, legalHold: false };
  return over ? { ...alive, stage: 'closed', endedAt: null } : alive;
}

/** Nothing of it begins again but that its record is reviewed. */
function staysEnded(
  said: Pick<Fact<'deathTakenBack'>['data'], 'reasonId' | 'elsewhere'>,
  { kept }: DeathFound,
  found: Found,
): CaseFact {
  const { occurred, recordedAt } = found;
  const owed = [{ kind: 'retentionReview', subject: { type: 'case', id: standingOf(found).id } }] as const;
  const data = { ...said, owed, owedFrom: recordedAt, ...(kept === null ? {} : { kept }) };
  return { type: 'deathTakenBack', occurred, data };
}

function happened({ since }: DeathFound, type: CaseFactType): boolean {
  return since.some((fact) => fact.type === type);
}

/** How far it had come before it was closed. */
function reopenedAs(standing: CaseStanding) {
  if (reachedMeeting(standing)) return 'caseReopened';
  if (standing.grade !== null) return 'caseReopenedUnheard';
  return standing.acceptedAt === null ? 'caseReopenedUnscreened' : 'caseReopenedUngraded';
}

/** It may have waited for an answer of the referrer when it was closed; whoever screens it now returns it again. */
function screenedFirst(owed: readonly DutyOwedAgain[], { id }: CaseStanding): readonly DutyOwedAgain[] {
  const others = owed.filter(({ kind }) => kind !== 'incompleteChase' && kind !== 'screen');
  return [{ kind: 'screen', subject: { type: 'case', id } }, ...others];
}

function reachedMeeting({ heardAt }: CaseStanding): boolean {
  return heardAt !== null;
}

/** What would be owed by now had nobody taken her for dead: what fell away, and what has begun and ended since. */
function owedAgain({ fell, since }: DeathFound, standing: CaseStanding, policy: AreaPolicy): readonly DutyOwedAgain[] {
  const owed = new Map(fell.map((duty) => [keyOf(duty), duty]));
  const changes = [...since.flatMap((fact) => dutiesOf(fact, standing, policy)), ...engagementNeverRecorded(standing)];
  for (const change of changes) {
    if (change.do === 'start' && endedByDeath.includes(change.kind)) {
      const { kind, subject, owner } = change;
      const watchedById = owner.agencyId === null && owner.ownerId !== null ? { watchedById: owner.ownerId } : {};
      if (!owed.has(keyOf(change))) owed.set(keyOf(change), { kind, subject, ...watchedById });
    }
    if (change.do !== 'end') continue;
    for (const [key, { kind, subject }] of owed)
      if (change.kinds.includes(kind) && (change.subjectId === null || change.subjectId === subject.id))
        owed.delete(key);
  }
  return [...owed.values()];
}

function keyOf({ kind, subject }: Pick<DutyOwedAgain, 'kind' | 'subject'>): string {
  return `${kind} ${subject.id}`;
}
