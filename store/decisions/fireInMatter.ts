import type { IsoInstant } from '../../domain/calendar/time.ts';
import { type OwnedClock, policyOfClock } from '../../domain/duties/applyDuties.ts';
import { comesDue } from '../../domain/duties/comesDue.ts';
import type { Fact } from '../../domain/lifecycle/caseFact.ts';
import type { EngineFactOf } from '../../domain/matters/engineFact.ts';
import type { AnyFact, MatterStanding } from '../../domain/matters/matter.ts';
import type { Tx } from '../prismaClient.ts';
import { forEngine, type RecordedFact } from '../projection/recordedFact.ts';
import { WriteSet } from '../projection/writeSet.ts';
import { appendFacts } from './appendFacts.ts';
import { calendarOf } from './calendarOf.ts';
import { factsSince } from './factsSince.ts';
import { isSuperseded } from './isSuperseded.ts';
import type { OpenMatter } from './matterKind.ts';
import { noticesForRung, recipientsOfRung } from './noticesForRung.ts';
import type { RecordingTools } from './recordInMatter.ts';
import { unpark } from './unpark.ts';

/** What the workflow of a matter has seen when it looks which rungs are due. */
export interface SeenMatter {
  readonly epoch: number;
  readonly version: number;
  readonly now: IsoInstant;
}

export type FiredInMatter<F> =
  { readonly status: 'fired'; readonly facts: readonly EngineFactOf<F>[] } | { readonly status: 'superseded' };

/**
 * Fires the rungs of a matter whose time has come: looks again whether each clock still runs, who is to be told today
 * and who must not be, and writes the notices under a key of clock, round and rung. Answers with everything recorded
 * since the workflow last looked, whoever recorded it.
 */
export async function fireInMatter<S extends MatterStanding, F extends AnyFact>(
  tx: Tx,
  open: OpenMatter<S, F, unknown>,
  seen: SeenMatter,
  tools: RecordingTools,
): Promise<FiredInMatter<F>> {
  if (isSuperseded(open, seen)) return { status: 'superseded' };
  const missed = open.seq > seen.version ? await factsSince<F>(tx, open.id, seen.version) : [];
  const fired = open.standing?.silent ? [] : await fire(tx, open, seen.now, tools);
  if (open.parked) await unpark(tx, open.kind.table, open.id);
  return { status: 'fired', facts: [...missed, ...fired.map(forEngine)] };
}

async function fire<S extends MatterStanding, F extends AnyFact>(
  tx: Tx,
  open: OpenMatter<S, F, unknown>,
  now: IsoInstant,
  tools: RecordingTools,
): Promise<readonly RecordedFact<F>[]> {
  if (!open.standing) return [];
  const writes = new WriteSet();
  const facts: RecordedFact<F>[] = [];
  let current = open;
  for (const owned of open.running.values()) {
    const fact = await comesTo(tx, current, owned, now, tools);
    if (!fact) continue;
    const { clock } = fact.data;
    const policy = policyOfClock(clock, open);
    const name = fact.type === 'rungFired' ? `rung/${fact.data.round}/${fact.data.rung}` : 'dayIsOver';
    const appended = appendFacts(
      current,
      [fact],
      {
        actorId: null,
        commandId: null,
        decidedAt: now,
        policyVersion: policy.version,
        calendarVersion: calendarOf(open, tools).version,
        idFor: () => tools.deriveId(clock.id, name),
        movesRevision: false,
      },
      writes,
    );
    if (fact.type === 'rungFired') noticesForRung(open, owned, fact, { now, tools }, writes);
    const { lastHash, standing } = appended;
    facts.push(...appended.facts);
    current = { ...current, seq: current.seq + 1, lastHash, standing };
  }
  await writes.flush(tx, tools.columnsOf);
  return facts;
}

async function comesTo<S extends MatterStanding, F extends AnyFact>(
  tx: Tx,
  open: OpenMatter<S, F, unknown>,
  { clock, owner }: OwnedClock,
  now: IsoInstant,
  tools: RecordingTools,
): Promise<Fact<'clockEnded'> | Fact<'rungFired'> | null> {
  const policy = policyOfClock(clock, open);
  const due = comesDue(clock, now, policy, calendarOf(open, tools));
  if (!due) return null;
  const occurred = { at: now, precision: 'minute' } as const;
  if (due.what === 'dayIsOver') return { type: 'clockEnded', occurred, data: { clock: due.clock } };
  const { rung, label, plannedAt } = due.fired;
  const { noted } = due;
  const recipients = await recipientsOfRung(tx, open, { clock, owner }, { rung, noted }, { now, policy });
  const data = { clock: due.clock, round: clock.round, rung, label, plannedAt, noted, recipients };
  return { type: 'rungFired', occurred, data };
}
