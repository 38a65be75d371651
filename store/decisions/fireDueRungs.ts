import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { OwnedClock } from '../../domain/duties/applyDuties.ts';
import { comesDue } from '../../domain/duties/comesDue.ts';
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
  const writes = new WriteSet();
  let current = open;
  for (const owned of open.running.values()) {
    const fact = await comesTo(tx, current, owned, now, tools);
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

async function comesTo(
  tx: Tx,
  open: OpenCase,
  { clock, owner }: OwnedClock,
  now: IsoInstant,
  tools: RecordingTools,
): Promise<Fact<'clockEnded'> | Fact<'rungFired'> | null> {
  const policy = open.policyOn(londonDate(clock.anchor));
  const { calendar } = tools;
  const due = comesDue(clock, now, policy, calendar);
  if (!due) return null;
  const occurred = { at: now, precision: 'minute' } as const;
  if (due.what === 'dayIsOver') return { type: 'clockEnded', occurred, data: { clock: due.clock } };
  const { rung, label, plannedAt } = due.fired;
  const recipients = await recipientsOfRung(tx, open, { clock, owner }, rung, { now, policy, calendar });
  const { noted } = due;
  const data = { clock: due.clock, round: clock.round, rung, label, plannedAt, noted, recipients };
  return { type: 'rungFired', occurred, data };
}
