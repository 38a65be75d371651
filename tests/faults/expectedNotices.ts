import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { advanceClock } from '../../domain/clocks/advanceClock.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { CaseFact, ClockFact, Fact } from '../../domain/lifecycle/caseFact.ts';
import type { CaseParts } from '../../domain/notices/caseParts.ts';
import type { Directory } from '../../domain/notices/directory.ts';
import { noticesOf } from '../../domain/notices/noticesOf.ts';
import { resolveRecipients } from '../../domain/notices/resolveRecipients.ts';
import { rolesPassedOver } from '../../domain/notices/rolesPassedOver.ts';
import { rolesUpward } from '../../domain/notices/rolesUpward.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { nobodysParts } from '../builders/directory.ts';

/** One entry of a case's record, as read back from the audit. */
export interface Entry {
  readonly id: string;
  readonly recordedAt: IsoInstant;
  readonly fact: CaseFact | ClockFact;
}

/** A message that policy asks for. */
export interface Expected {
  readonly recipientId: string;
  /** Sent before this it would be early. */
  readonly from: IsoInstant;
}

export interface Surroundings {
  readonly directory: Directory;
  readonly policyOn: (instant: IsoInstant) => AreaPolicy;
}

interface Standing {
  parts: CaseParts;
  readonly clocks: Map<string, { clock: Clock; ownerId: string | null; agencyId: string | null }>;
}

/**
 * What a case's record asks to be told to whom, by the key of each message: worked out anew from the facts and the
 * pure rules, without a look at the messages that were written. Throws where a rung of the record is not what its
 * clock's ladder asks for, or fired before its time.
 */
export function expectedNotices(entries: readonly Entry[], around: Surroundings): ReadonlyMap<string, Expected> {
  const expected = new Map<string, Expected>();
  const standing: Standing = { parts: nobodysParts, clocks: new Map() };
  for (const entry of entries) {
    if (entry.fact.type === 'rungFired') addRung({ ...entry, fact: entry.fact }, standing, around, expected);
    const fact = entry.fact;
    learn(fact, standing);
    if (isClockFact(fact)) continue;
    const on = londonDate(entry.recordedAt);
    for (const news of noticesOf(fact, { deferrals: 0, silent: false })) {
      const parts = { ...standing.parts, ownerId: news.ownerId, agencyId: news.agencyId };
      const asked = { ladder: news.ladder, kind: null, parts, directory: around.directory, on };
      for (const { practitionerId } of resolveRecipients(asked).recipients)
        expected.set(`news/${entry.id}/${news.code}/${practitionerId}`, {
          recipientId: practitionerId,
          from: entry.recordedAt,
        });
    }
  }
  return expected;
}

function addRung(
  { fact: { data }, recordedAt }: Entry & { readonly fact: Fact<'rungFired'> },
  { parts, clocks }: Standing,
  { directory, policyOn }: Surroundings,
  expected: Map<string, Expected>,
): void {
  const known = clocks.get(data.clock.id);
  if (!known) throw new Error(`A rung of clock ${data.clock.id} fired, and no fact began that clock.`);
  const policy = policyOn(known.clock.anchor);
  const { fired, noted } = advanceClock(known.clock, recordedAt, policy, englandAndWales);
  if (fired?.rung !== data.rung || fired.plannedAt !== data.plannedAt || noted.join() !== data.noted.join())
    throw new Error(
      `Clock ${data.clock.id}: rung ${String(data.rung)} fired, its ladder asks for ${String(fired?.rung)}.`,
    );
  if (data.plannedAt > recordedAt) throw new Error(`Clock ${data.clock.id}: a rung fired before its time.`);
  const { clock, ownerId, agencyId } = known;
  const ladder = policy.ladders[policy.clocks[clock.kind].ladder];
  const roles = { ladder: rolesUpward(ladder, data.rung), besides: rolesPassedOver(ladder, noted) };
  const on = londonDate(recordedAt);
  const asked = { ...roles, kind: clock.kind, parts: { ...parts, ownerId, agencyId }, directory, on };
  for (const { practitionerId } of resolveRecipients(asked).recipients)
    expected.set(`rung/${clock.id}/${String(data.round)}/${String(data.rung)}/${practitionerId}`, {
      recipientId: practitionerId,
      from: data.plannedAt,
    });
}

/** Follows who has which part in the case, and how its clocks stand. */
function learn(fact: CaseFact | ClockFact, standing: Standing): void {
  if (fact.type === 'referralReceived') {
    const { areaId, referrerId, idvaServiceId } = fact.data;
    standing.parts = { ...nobodysParts, areaId, referrerId, idvaServiceId };
  }
  if (fact.type === 'adviserAllocated') standing.parts = { ...standing.parts, adviserId: fact.data.adviserId };
  if (!isClockFact(fact)) return;
  const { clock } = fact.data;
  const known = standing.clocks.get(clock.id) ?? { ownerId: null, agencyId: null };
  standing.clocks.set(clock.id, { ...known, ...('ownerId' in fact.data ? fact.data : {}), clock });
}

function isClockFact(fact: CaseFact | ClockFact): fact is ClockFact {
  return fact.type.startsWith('clock') || fact.type === 'rungFired';
}
