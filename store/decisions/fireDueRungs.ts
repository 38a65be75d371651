import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { advanceClock } from '../../domain/clocks/advanceClock.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { endClock } from '../../domain/clocks/endClock.ts';
import { hasEndedByItself, wakeOf } from '../../domain/clocks/wakeOf.ts';
import type { OwnedClock } from '../../domain/duties/applyDuties.ts';
import type { EngineFact, Fact } from '../../domain/lifecycle/caseFact.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { WriteSet } from '../projection/writeSet.ts';
import { appendFacts } from './appendFacts.ts';
import type { SeenCase } from './decisionInput.ts';
import { factsSince } from './factsSince.ts';
import { isSuperseded } from './isSuperseded.ts';
import { noticesForRung, recipientsOfRung } from './noticesForRung.ts';
import { openCase, type OpenCase } from './openCase.ts';
import { type RecordingTools, withinTheActivity } from './recordDecision.ts';
import { unparkCase } from './unparkCase.ts';

export interface FiringInput extends SeenCase {
  readonly now: IsoInstant;
}

export type FiringOutcome =
  { readonly status: 'fired'; readonly facts: readonly EngineFact[] } | { readonly status: 'superseded' };

/**
 * Fires the rungs of a case whose time has come, in one transaction: looks again whether each clock still runs, who
 * is to be told today and who must not be, and writes the notices under a key of clock, round and rung. Answers with
 * everything recorded since the workflow last looked, whoever recorded it.
 */
export async function fireDueRungs(store: Store, input: FiringInput, tools: RecordingTools): Promise<FiringOutcome> {
  return store.prisma.$transaction(async (tx) => {
    const open = await openCase(tx, input.caseId, null, londonDate(input.now));
    if (isSuperseded(open, input)) return { status: 'superseded' };
    if (!open.standing?.silent) await fire(tx, open, input.now, tools);
    await unparkCase(tx, input.caseId);
    return { status: 'fired', facts: await factsSince(tx, input.caseId, input.version) };
  }, withinTheActivity);
}

async function fire(tx: Tx, open: OpenCase, now: IsoInstant, tools: RecordingTools): Promise<void> {
  const { standing } = open;
  if (!standing) return;
  const due = [...open.running.values()].filter(({ clock }) => isDue(clock, now));
  const writes = new WriteSet();
  let current = open;
  for (const owned of due) {
    const fact = hasEndedByItself(owned.clock, now)
      ? dayIsOver(owned.clock, now)
      : await rungOf(tx, current, owned, now, tools);
    if (!fact) continue;
    const { clock } = fact.data;
    const policy = open.policyOn(londonDate(clock.anchor));
    const name = fact.type === 'rungFired' ? `rung/${fact.data.round}/${fact.data.rung}` : 'dayIsOver';
    const appended = appendFacts(
      current,
      [fact],
      {
        actorId: null,
        commandId: null,
        recordedAt: now,
        policyVersion: policy.version,
        calendarVersion: tools.calendar.version,
        idFor: () => tools.deriveId(clock.id, name),
        movesRevision: false,
      },
      writes,
    );
    if (fact.type === 'rungFired') noticesForRung(open, owned, fact, { now, tools }, writes);
    const lastHash = appended.lastHash;
    current = { ...current, seq: current.seq + 1, lastHash, standing: appended.standing };
  }
  await writes.flush(tx, tools.columnsOf);
}

/** A clock whose day is over by itself: nobody is reminded of what has passed. */
function dayIsOver(clock: Clock, now: IsoInstant): Fact<'clockEnded'> {
  const ended = endClock(clock, { at: clock.overdueAt, outcome: 'cancelled', reason: 'dayIsOver' });
  return { type: 'clockEnded', occurred: { at: now, precision: 'minute' }, data: { clock: ended } };
}

async function rungOf(
  tx: Tx,
  open: OpenCase,
  { clock, owner }: OwnedClock,
  now: IsoInstant,
  tools: RecordingTools,
): Promise<Fact<'rungFired'> | null> {
  const policy = open.policyOn(londonDate(clock.anchor));
  const advanced = advanceClock(clock, now, policy, tools.calendar);
  if (!advanced.fired) return null;
  const { rung, label, plannedAt } = advanced.fired;
  const recipients = await recipientsOfRung(tx, open, { clock, owner }, rung, {
    now,
    policy,
    calendar: tools.calendar,
  });
  return {
    type: 'rungFired',
    occurred: { at: now, precision: 'minute' },
    data: { clock: advanced.clock, round: clock.round, rung, label, plannedAt, noted: advanced.noted, recipients },
  };
}

function isDue(clock: Clock, now: IsoInstant): boolean {
  const wake = wakeOf(clock);
  // A flag that is over is about to be ended by the watch of its pair: nobody is told that it will end soon.
  const flagIsOver = clock.kind === 'repeatFlag' && clock.overdueAt <= now;
  return wake !== null && wake <= now && !flagIsOver;
}
