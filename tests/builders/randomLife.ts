import fc from 'fast-check';
import { addHours, londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import { routes } from '../../domain/risk/grade.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { aReferral, type ReferralBuilder } from './aReferral.ts';
import { everyCommand } from './everyCommand.ts';
import { examplesOf } from './examplesOf.ts';
import { type Rules, SimulatedCase } from './simulatedCase.ts';
import { countyOf17, everyFourWeeks, monthly, policyOf } from './world.ts';

/** One thing that somebody tries in a case: which command, which example of it, how many hours later, how long ago it was. */
export interface Attempted {
  readonly pick: number;
  readonly variant: number;
  readonly hoursLater: number;
  readonly hoursAgo: number;
}

/** What somebody tried, and what came of it. */
export interface Tried {
  readonly type: CommandType;
  readonly outcome: ReturnType<SimulatedCase['send']>;
}

/** A life of up to so many attempts, sensible and senseless ones, some of them recorded late. */
export function aLife(maxLength: number): fc.Arbitrary<readonly Attempted[]> {
  const attempted = fc.record({
    pick: fc.nat(1_000_000),
    variant: fc.nat(1_000),
    hoursLater: fc.oneof({ weight: 4, arbitrary: fc.nat(48) }, { weight: 1, arbitrary: fc.nat(2_000) }),
    hoursAgo: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(200) }),
  });
  return fc.array(attempted, { maxLength, minLength: maxLength / 2 });
}

/** A referral of any kind. */
export const anyReferral: fc.Arbitrary<ReferralBuilder> = fc
  .record({
    count: fc.option(fc.nat(24)),
    route: fc.constantFrom(...routes),
    children: fc.nat(2),
    under16: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
    adopted: fc.integer({ min: 0, max: 4 }).map((draw) => draw === 0),
    consent: fc.boolean(),
  })
  .map(({ count, route, children, under16, adopted, consent }) => {
    const referral = aReferral().by(route).withChildren(children).withChildren(1, 'unborn');
    // Drawn with the count, so that a seed goes on drawing the same lives; often enough to be met, and closings are not rare.
    if (count !== null && count % 6 === 0) referral.withSchoolchildren(1);
    if (count !== null && count % 8 === 1) referral.withChildNowhereCovered();
    if (count === null) referral.withoutAssessment();
    else referral.counted(count);
    if (under16) referral.under16();
    if (!consent) referral.withoutConsent();
    return adopted ? referral.adopted() : referral;
  });

/** Where a case may find itself: the policy of its area, meetings or none, an earlier case of the pair or none. */
export const anywhere = fc.record({
  policy: fc.constantFrom(monthly, countyOf17, countyOf17, policyOf('medway')),
  meetings: fc.constantFrom(everyFourWeeks, everyFourWeeks, everyFourWeeks, []),
  earlierCaseId: fc.constantFrom(null, null, 'case-0'),
  contactSuspended: fc.constantFrom(null, null, null, true),
});

/** A case just received, somewhere; at the moment with which all cases here begin, or at another. */
export function begin(
  referral: ReferralBuilder,
  around: Partial<SimulatedCase['around']>,
  rules?: Rules,
  now?: IsoInstant,
): SimulatedCase {
  const about = new SimulatedCase(rules).where(around);
  if (now !== undefined) about.now = now;
  return about.must('submitReferral', referral.build());
}

/** Lets somebody try something. */
export function attemptIn(about: SimulatedCase, attempted: Attempted): Tried {
  about.now = addHours(about.now, attempted.hoursLater);
  const tried = tryIn(about, attempted);
  if (about.state.flagEndsOn !== null && londonDate(about.now) > about.state.flagEndsOn && about.clock('repeatFlag'))
    about.flagRunsOut();
  return tried;
}

/** Somebody tries something at this moment of the case. */
export function tryIn(about: SimulatedCase, attempted: Attempted): Tried {
  const { type, payload } = chosen(about, everyCommand(about), attempted);
  const outcome = about.send(type, payload, occurredAgo(about, attempted));
  return { type, outcome };
}

/** The same by somebody who knows the work: of several things they think of, the first that the case allows. */
export function trySensiblyIn(about: SimulatedCase, attempted: Attempted): Tried {
  const usual = everyCommand(about);
  const occurred = occurredAgo(about, attempted);
  let first = chosen(about, usual, attempted);
  for (let index = 0; index < 6; index += 1) {
    const thought = chosen(about, usual, {
      ...attempted,
      pick: attempted.pick + index,
      variant: attempted.variant + index,
    });
    if (!about.wouldAllow(thought.type, thought.payload, occurred)) continue;
    first = thought;
    break;
  }
  return { type: first.type, outcome: about.send(first.type, first.payload, occurred) };
}

function occurredAgo({ now }: SimulatedCase, { hoursAgo }: Attempted): Occurred {
  return { at: addHours(now, -hoursAgo), precision: 'minute' };
}

function chosen(about: SimulatedCase, usual: ReturnType<typeof everyCommand>, { pick, variant }: Attempted) {
  const type = commandPicked(Object.keys(usual) as CommandType[], pick);
  const some = examplesOf(type, about, usual);
  return { type, payload: some[variant % some.length] as CommandPayloads[CommandType] };
}

/** What carries a case on is tried more often, and what stops it for good less often, so that lives are long. */
const weights: Partial<Readonly<Record<CommandType, number>>> = {
  ...{
    gradeRisk: 4,
    decideOnConsent: 2,
    decideInterim: 3,
    decideDeferral: 3,
    screenReferral: 2,
    completeReferral: 2,
    listCase: 3,
    recordHearing: 4,
  },
  ...{ completeAction: 2, pauseClock: 4, resumeClock: 5, tellOutcome: 2, decideAttempts: 2 },
  ...{ recordLiveDateOutcome: 2, tellResult: 6, adjournHearing: 2, setHearingCompany: 2 },
  ...{ closeCase: 10, reopenCase: 8 },
  ...{ mergeReferral: 0.35, undoMerge: 5 },
  ...{
    notifyChildrensServices: 5,
    setChildServices: 0.5,
    tellSchools: 0.5,
    addChild: 0.1,
    putChildRight: 0.1,
    takeOutChild: 0.1,
  },
  endAllocation: 0.3,
  // It ends a case of which little has come, and is seldom.
  ...{ takeBackRepeat: 0.1, setFlagAgain: 0.2 },
  // A frozen life does little else; often enough to be met, and most deaths stand.
  takeBackDeath: 0.3,
  ...{ relistCase: 0.35, recordDeath: 0.35, endSupport: 0.35, setAction: 0.35, endCase: 1 },
  // A record is asked about once, and that is seldom.
  ...{ noteLikelyMatch: 0.05, decideLikelyMatch: 1, noteMatchDecision: 0.05 },
  // They come years after a case has ended, and lives are shorter.
  ...{ keepRecord: 0.02, eraseRecord: 0.02 },
};

/**
 * Each command draws a lot by its name and weight, and the best lot has it: a command that is new takes its share of
 * every other's and leaves all other choices of a fixed seed as they were.
 */
function commandPicked(types: readonly CommandType[], pick: number): CommandType {
  let [best, longest]: [CommandType, number] = ['caughtUp', Infinity];
  for (const type of types) {
    const wait = -Math.log(lotOf(type, pick)) / (weights[type] ?? 1);
    if (wait < longest) [best, longest] = [type, wait];
  }
  return best;
}

/** A number between 0 and 1 that follows from a name and a number and looks like chance (FNV-1a, mixed as in Murmur 3). */
function lotOf(name: string, pick: number): number {
  let hash = 0x811c9dc5 ^ pick;
  for (let place = 0; place < name.length; place += 1) hash = Math.imul(hash ^ name.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32;
}
