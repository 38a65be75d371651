import fc from 'fast-check';
import { addDays, addHours, londonDate } from '../../domain/calendar/london.ts';
import type { Occurred } from '../../domain/calendar/time.ts';
import { routes } from '../../domain/risk/grade.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { isSchoolTold } from '../../domain/children/isSchoolTold.ts';
import { consentDecisions, schoolResults } from '../../domain/lifecycle/caseFact.ts';
import { anAction, attempt, grading, onwardReferral, transferTo } from './aCase.ts';
import { aReferral, type ReferralBuilder } from './aReferral.ts';
import { everyCommand } from './everyCommand.ts';
import { type Rules, SimulatedCase } from './simulatedCase.ts';
import { aMeeting, countyOf17, monthly, policyOf } from './world.ts';

type Some<T extends CommandType> = readonly CommandPayloads[T][];

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

const everyFourWeeks = Array.from({ length: 40 }, (_, index) =>
  aMeeting(addDays('2026-03-24', index * 28), { listed: index % 3 === 1 ? 16 : 0, emergency: index === 39 }),
);

/** Where a case may find itself: the policy of its area, meetings or none, an earlier case of the pair or none. */
export const anywhere = fc.record({
  policy: fc.constantFrom(monthly, countyOf17, countyOf17, policyOf('medway')),
  meetings: fc.constantFrom(everyFourWeeks, everyFourWeeks, everyFourWeeks, []),
  earlierCaseId: fc.constantFrom(null, null, 'case-0'),
  contactSuspended: fc.constantFrom(null, null, null, true),
});

/** A case just received, somewhere. */
export function begin(
  referral: ReferralBuilder,
  around: Partial<SimulatedCase['around']>,
  rules?: Rules,
): SimulatedCase {
  return new SimulatedCase(rules).where(around).must('submitReferral', referral.build());
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
  const { type, payload } = chosen(examplesFor(about), attempted);
  const outcome = about.send(type, payload, occurredAgo(about, attempted));
  return { type, outcome };
}

/** The same by somebody who knows the work: of several things they think of, the first that the case allows. */
export function trySensiblyIn(about: SimulatedCase, attempted: Attempted): Tried {
  const examples = examplesFor(about);
  const occurred = occurredAgo(about, attempted);
  let first = chosen(examples, attempted);
  for (let index = 0; index < 6; index += 1) {
    const thought = chosen(examples, {
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

function chosen(examples: ReturnType<typeof examplesFor>, { pick, variant }: Attempted) {
  const type = commandPicked(examples, pick);
  const some = examples[type];
  return { type, payload: some[variant % some.length] as CommandPayloads[CommandType] };
}

/** What carries a case on is tried more often, and what stops it for good less often, so that lives are long. */
const weights: Partial<Readonly<Record<CommandType, number>>> = {
  ...{ gradeRisk: 4, decideOnConsent: 2, screenReferral: 2, completeReferral: 2, listCase: 3, recordHearing: 4 },
  ...{ completeAction: 2, pauseClock: 4, resumeClock: 5, tellOutcome: 2, decideAttempts: 2 },
  ...{ recordLiveDateOutcome: 2, tellResult: 3, adjournHearing: 2, setHearingCompany: 2 },
  ...{ closeCase: 5, reopenCase: 5 },
  ...{ mergeReferral: 0.35, undoMerge: 5 },
  ...{ setChildServices: 0.5, tellSchools: 0.5 },
  ...{ relistCase: 0.35, recordDeath: 0.35, endSupport: 0.35, setAction: 0.35, endCase: 0.35 },
};

/**
 * Each command draws a lot by its name and weight, and the best lot has it: a command that is new takes its share of
 * every other's and leaves all other choices of a fixed seed as they were.
 */
function commandPicked(examples: object, pick: number): CommandType {
  let [best, longest]: [CommandType, number] = ['caughtUp', Infinity];
  for (const type of Object.keys(examples) as CommandType[]) {
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

/** Examples of every command about what the case holds, and a few about nothing it holds. */
function examplesFor(about: SimulatedCase): { readonly [T in CommandType]: Some<T> } {
  const { state } = about;
  const usual = everyCommand(about);
  const number = about.facts.length;
  const one = Object.fromEntries(Object.entries(usual).map(([type, payload]) => [type, [payload]]));
  const actions = [...Object.keys(state.actions), 'nothing'];
  const dates = [...Object.keys(state.liveDates), 'nothing'];
  const hearings = [...Object.keys(state.liveDates).filter((id) => state.liveDates[id]?.kind === 'hearing'), 'nothing'];
  const proceedings = [...Object.keys(state.proceedings).slice(0, number % 4), 'nothing'].reverse();
  const clocks = [...about.running.keys(), 'nothing'];
  const paused = [...about.running.values()]
    .filter(({ clock }) => clock.pauses.some(({ until }) => until === null))
    .map(({ clock }) => clock.id);
  const reasonId = 'reason-1';
  const soon = { type: 'day', date: addDays(londonDate(about.now), 5) } as const;
  const standing = Object.entries(state.liveDates).filter(([, date]) => date.standing === 'live');
  return {
    ...(one as unknown as { readonly [T in CommandType]: Some<T> }),
    screenReferral: [
      usual.screenReferral,
      usual.screenReferral,
      { outcome: 'returnAsIncomplete', missing: ['consent'], noteId: null },
      { outcome: 'decline', reason: 'belowThreshold', adviceId: 'advice-1' },
      { outcome: 'decline', reason: 'duplicate', adviceId: 'advice-1' },
    ],
    gradeRisk: [
      grading({ count: 16 }),
      grading({ count: 15 }),
      grading({ count: 15 }),
      grading({ count: 15 }),
      grading({ count: 5 }),
      grading({ judgement: 'high', reasonId }),
      grading({}),
    ].map((by) => ({ ...by, handoverId: `handover-${number}` })),
    notifyChildrensServices: Object.keys(state.children).map((child) => ({
      notificationId: `notification-${number}`,
      children: [child],
      toAgencyId: 'childrens-services-kent',
      alreadySent: number % 2 === 0,
    })),
    setChildServices: Object.keys(state.children).map((childId) => ({ ...usual.setChildServices, childId })),
    tellSchools: schoolResults.map((result) => {
      const children = Object.keys(state.children).filter((id) => !isSchoolTold(state.children[id]?.school));
      return { children, result, contentId: null };
    }),
    recordAcknowledgement: [...Object.keys(state.handovers), 'nothing'].map((handoverId) => ({ handoverId })),
    refuseHandover: [...Object.keys(state.handovers), 'nothing'].map((handoverId) => ({ handoverId, reasonId })),
    referOn: [null, ...Object.keys(state.handovers)].map((insteadOfId) =>
      onwardReferral(`handover-${number}-on`, { insteadOfId, urgent: number % 3 === 0 }),
    ),
    settleRefusal: [...Object.keys(state.handovers), 'nothing'].map((handoverId) => {
      return { ...usual.settleRefusal, handoverId };
    }),
    decideOnConsent: consentDecisions.map((decision) => {
      return { ...usual.decideOnConsent, decision, handoverId: `handover-${number}-without` };
    }),
    setAction: [false, true].map((urgent) => anAction(`action-${number}`, { urgent })),
    completeAction: actions.map((actionId) => ({ actionId, noteId: null })),
    recordActionNotPossible: actions.map((actionId) => ({ actionId, reasonId })),
    recordActionNotDone: actions.map((actionId) => ({ actionId, reasonId })),
    reassignAction: actions.map((actionId) => ({ actionId, agencyId: 'police', ownerId: null, reasonId })),
    moveActionDue: actions.flatMap((actionId) =>
      [true, false].map((extension) => ({ actionId, due: soon, extension, reasonId })),
    ),
    joinReferral: [0, 1].map((children) => ({
      fromCaseId: `case-${2 + (number % 3)}`,
      children: Array.from({ length: children }, () => ({
        ...{ childId: `joined-${number}`, personId: `person-${number}`, ageBand: 'oneToSeventeen' as const },
        ...{ servicesAgencyId: 'childrens-services-kent', notificationId: number % 2 === 0 ? 'notification-0' : null },
      })),
    })),
    partReferral: [2, 3, 4].map((other) => ({ fromCaseId: `case-${other}` })),
    listCase: [null, state.listing?.meetingId ?? 'nothing'].map((meetingId) => ({ meetingId, reasonId })),
    admitLate: about.around.meetings
      .slice(0, 5)
      .map(({ meetingId }) => ({ meetingId, reasonId }))
      .concat(usual.admitLate),
    callToEmergency: [{ meetingId: everyFourWeeks.at(-1)?.meetingId ?? 'nothing', reasonId }],
    recordHearing: [
      usual.recordHearing,
      { ...usual.recordHearing, outcome: 'heard', minuteId: null, actions: [anAction(`action-${number}`)] },
      { outcome: 'deferred', meetingId: usual.recordHearing.meetingId, attendance: [], reasonId },
    ],
    pauseClock: clocks.map((clockId) => ({ clockId, reason: 'victimInHospital', reasonId: null })),
    resumeClock: [...paused, ...clocks.slice(-2)].map((clockId) => ({ clockId })),
    acknowledgeEscalation: clocks.flatMap((clockId) =>
      [3, 7, 12].map((days) => ({ clockId, until: addDays(londonDate(about.now), days), reasonId })),
    ),
    recordContactAttempt: (['noAnswer', 'noAnswer', 'spoke', 'unsafe'] as const).map((result) =>
      attempt(result, `attempt-${number}`),
    ),
    decideContact: (['resumed', 'ended'] as const).map((decision) => ({ victimId: 'victim-1', decision, reasonId })),
    decideAttempts: (['continue', 'stop'] as const).map((decision) => ({ decision, reasonId })),
    recordEngagement: (['engaged', 'dormant', 'declined', 'disengaged', 'unableToContact'] as const).map((status) => ({
      status,
      noteId: null,
    })),
    tellReferrer: (['screening', 'meeting'] as const).map((told) => ({ about: told, contentId: null })),
    openProceeding: [{ ...usual.openProceeding, proceedingId: `proceeding-${number}` }],
    recordMilestone: proceedings.map((proceedingId) => ({ ...usual.recordMilestone, proceedingId })),
    endProceeding: proceedings.map((proceedingId) => ({ ...usual.endProceeding, proceedingId })),
    adjournHearing: hearings.flatMap((liveDateId) =>
      [addHours(about.now, 240), null].map((at) => {
        return { ...usual.adjournHearing, liveDateId, nextId: `date-${number}-next`, at };
      }),
    ),
    setHearingCompany: hearings.map((liveDateId) => ({ liveDateId, companionIds: [`adviser-${number % 3}`] })),
    tellResult: [...hearings, ...dates].map((liveDateId) => ({ liveDateId, result: 'told', reasonId: null })),
    moveLiveDate: dates.map((liveDateId) => {
      return { ...usual.moveLiveDate, liveDateId, at: addHours(about.now, 600), authorisedBy: 'magistrates' };
    }),
    reviewLiveDate: dates.flatMap((liveDateId) =>
      (['beforeEnd', 'breach', 'noDate'] as const).map((because) => ({ ...usual.reviewLiveDate, liveDateId, because })),
    ),
    recordBreach: dates.map((liveDateId) => ({ ...usual.recordBreach, liveDateId, breachId: `breach-${number}` })),
    addLiveDate: (
      ['hearing', 'hearing', 'hearing', 'restraining', 'dvpo', 'preChargeBail', 'dvpn', 'custodyRelease'] as const
    ).flatMap((kind) =>
      [addHours(about.now, 480), null].map((at) => {
        const [proceedingId = null] = kind === 'hearing' ? Object.keys(state.proceedings) : [];
        const owner = kind === 'dvpn' ? 'police' : null;
        const details = { proceedingId, agencyId: owner, authorisedBy: 'custodyOfficer' as const };
        const watchedById = state.stage === 'closed' ? 'post-1' : null;
        return { liveDateId: `date-${number}`, kind, at, contentId: null, ...details, watchedById };
      }),
    ),
    recordLiveDateOutcome: dates.map((liveDateId) => ({ liveDateId, outcome: 'other', contentId: null })),
    requestTransfer: ['swale', 'dover', null].map((toAreaId) => ({
      ...transferTo(toAreaId),
      transferId: `transfer-${number}`,
    })),
    answerTransfer: [
      { outcome: 'accept', noteId: null },
      { outcome: 'refuse', reasonId },
    ],
    recordOutsideAnswer: [{ outcome: 'refuse', reasonId }, usual.recordOutsideAnswer],
    closeCase: [
      { reasonId: null, disposals: [] },
      {
        reasonId: null,
        disposals: standing.map(([liveDateId]) => ({ liveDateId, disposal: 'watched', watchedById: 'post-1' })),
      },
      { reasonId: null, disposals: dates.map((liveDateId) => ({ liveDateId, disposal: 'ended', watchedById: null })) },
    ],
  };
}
