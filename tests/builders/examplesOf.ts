import { addDays, addHours, londonDate } from '../../domain/calendar/london.ts';
import { isSchoolTold } from '../../domain/children/isSchoolTold.ts';
import { schoolResults } from '../../domain/lifecycle/facts/children.ts';
import { consentDecisions } from '../../domain/lifecycle/facts/referral.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { aChild, anAction, attempt, grading, onwardReferral, transferTo } from './aCase.ts';
import type { everyCommand } from './everyCommand.ts';
import type { SimulatedCase } from './simulatedCase.ts';
import { everyFourWeeks } from './world.ts';

type Some<T extends CommandType> = readonly CommandPayloads[T][];
type Usual = ReturnType<typeof everyCommand>;

/** Examples of a command about what the case holds, and a few about nothing it holds; the usual one where there are no others. */
export function examplesOf(type: CommandType, about: SimulatedCase, usual: Usual): Some<CommandType> {
  const some = examples[type]?.(about, usual) ?? [];
  return some.length > 0 ? some : [usual[type]];
}

const reasonId = 'reason-1';

/** Made when asked for: of all commands one is tried at a time. */
const examples: { readonly [T in CommandType]?: (about: SimulatedCase, usual: Usual) => Some<T> } = {
  screenReferral: (about, usual) => [
    usual.screenReferral,
    usual.screenReferral,
    { outcome: 'returnAsIncomplete', missing: ['consent'], noteId: null },
    ...(['belowThreshold', 'duplicate'] as const).map((reason) => {
      return { outcome: 'decline', reason, adviceId: 'advice-1', disposals: allWatched(about) } as const;
    }),
  ],
  gradeRisk: (about) =>
    [
      grading({ count: 16 }),
      grading({ count: 15 }),
      grading({ count: 15 }),
      grading({ count: 15 }),
      grading({ count: 5 }),
      grading({ judgement: 'high', reasonId }),
      grading({}),
    ].map((by) => ({ ...by, handoverId: `handover-${about.facts.length}` })),
  notifyChildrensServices: (about) =>
    Object.keys(about.state.children).map((child) => ({
      notificationId: `notification-${about.facts.length}`,
      children: [child],
      toAgencyId: 'childrens-services-kent',
      alreadySent: about.facts.length % 2 === 0,
    })),
  setChildServices: (about, usual) =>
    Object.keys(about.state.children).map((childId) => ({ ...usual.setChildServices, childId })),
  tellSchools: (about) =>
    schoolResults.map((result) => {
      const children = Object.keys(about.state.children).filter(
        (id) => !isSchoolTold(about.state.children[id]?.school),
      );
      return { children, result, contentId: null };
    }),
  addChild: (about) =>
    (['unborn', 'underOne', 'oneToSeventeen', 'adult'] as const).map((ageBand) =>
      aChild(`child-added-${about.facts.length}`, { ageBand, ofSchoolAge: ageBand === 'oneToSeventeen' }),
    ),
  putChildRight: (about, usual) =>
    Object.keys(about.state.children).flatMap((childId) =>
      (['underOne', 'oneToSeventeen', 'adult'] as const).map((ageBand) => ({
        ...aChild(childId, { ageBand, ofSchoolAge: ageBand === 'oneToSeventeen' }),
        ...{ ...usual.putChildRight, childId, ageBand, ageBandNow: ageBand },
        ...{ personId: `person-of-${childId}`, parts: ['dateOfBirth', 'school'] as const },
      })),
    ),
  takeOutChild: (about) => Object.keys(about.state.children).map((childId) => ({ childId, reasonId })),
  recordAcknowledgement: (about) =>
    [...Object.keys(about.state.handovers), 'nothing'].map((handoverId) => ({ handoverId })),
  refuseHandover: (about) =>
    [...Object.keys(about.state.handovers), 'nothing'].map((handoverId) => ({ handoverId, reasonId })),
  referOn: (about) =>
    [null, ...Object.keys(about.state.handovers)].map((insteadOfId) =>
      onwardReferral(`handover-${about.facts.length}-on`, { insteadOfId, urgent: about.facts.length % 3 === 0 }),
    ),
  settleRefusal: (about, usual) =>
    [...Object.keys(about.state.handovers), 'nothing'].map((handoverId) => {
      return { ...usual.settleRefusal, handoverId };
    }),
  decideOnConsent: (about, usual) =>
    consentDecisions.map((decision) => {
      return { ...usual.decideOnConsent, decision, handoverId: `handover-${about.facts.length}-without` };
    }),
  setAction: (about) => [false, true].map((urgent) => anAction(`action-${about.facts.length}`, { urgent })),
  completeAction: (about) => actionsOf(about).map((actionId) => ({ actionId, noteId: null })),
  recordActionNotPossible: (about) => actionsOf(about).map((actionId) => ({ actionId, reasonId })),
  recordActionNotDone: (about) => actionsOf(about).map((actionId) => ({ actionId, reasonId })),
  reassignAction: (about) =>
    actionsOf(about).map((actionId) => ({ actionId, agencyId: 'police', ownerId: null, reasonId })),
  moveActionDue: (about) =>
    actionsOf(about).flatMap((actionId) =>
      [true, false].map((extension) => ({
        actionId,
        due: { type: 'day', date: addDays(londonDate(about.now), 5) },
        extension,
        reasonId,
      })),
    ),
  joinReferral: (about) =>
    [0, 1].map((children) => ({
      fromCaseId: `case-${2 + (about.facts.length % 3)}`,
      children: Array.from({ length: children }, () => ({
        ...{
          childId: `joined-${about.facts.length}`,
          personId: `person-${about.facts.length}`,
          ageBand: 'oneToSeventeen' as const,
        },
        ...{
          servicesAgencyId: 'childrens-services-kent',
          notificationId: about.facts.length % 2 === 0 ? 'notification-0' : null,
        },
      })),
    })),
  partReferral: () => [2, 3, 4].map((other) => ({ fromCaseId: `case-${other}` })),
  listCase: (about) =>
    [null, about.state.listing?.meetingId ?? 'nothing'].map((meetingId) => ({ meetingId, reasonId })),
  admitLate: (about, usual) =>
    about.around.meetings
      .slice(0, 5)
      .map(({ meetingId }) => ({ meetingId, reasonId }))
      .concat(usual.admitLate),
  callToEmergency: () => [{ meetingId: everyFourWeeks.at(-1)?.meetingId ?? 'nothing', reasonId }],
  recordHearing: (about, usual) => [
    usual.recordHearing,
    { ...usual.recordHearing, outcome: 'heard', minuteId: null, actions: [anAction(`action-${about.facts.length}`)] },
    { outcome: 'deferred', meetingId: usual.recordHearing.meetingId, attendance: [], reasonId },
  ],
  pauseClock: (about) => clocksOf(about).map((clockId) => ({ clockId, reason: 'victimInHospital', reasonId: null })),
  resumeClock: (about) => [...pausedOf(about), ...clocksOf(about).slice(-2)].map((clockId) => ({ clockId })),
  acknowledgeEscalation: (about) =>
    clocksOf(about).flatMap((clockId) =>
      [3, 7, 12].map((days) => ({ clockId, until: addDays(londonDate(about.now), days), reasonId })),
    ),
  recordContactAttempt: (about) =>
    (['noAnswer', 'noAnswer', 'spoke', 'unsafe'] as const).map((result) =>
      attempt(result, `attempt-${about.facts.length}`),
    ),
  decideContact: () =>
    (['resumed', 'ended'] as const).map((decision) => ({ victimId: 'victim-1', decision, reasonId })),
  decideAttempts: () => (['continue', 'stop'] as const).map((decision) => ({ decision, reasonId })),
  recordEngagement: () =>
    (['engaged', 'dormant', 'declined', 'disengaged', 'unableToContact'] as const).map((status) => ({
      status,
      noteId: null,
    })),
  tellReferrer: () => (['screening', 'meeting'] as const).map((told) => ({ about: told, contentId: null })),
  openProceeding: (about, usual) => [{ ...usual.openProceeding, proceedingId: `proceeding-${about.facts.length}` }],
  recordMilestone: (about, usual) =>
    proceedingsOf(about).map((proceedingId) => ({ ...usual.recordMilestone, proceedingId })),
  endProceeding: (about, usual) =>
    proceedingsOf(about).map((proceedingId) => ({ ...usual.endProceeding, proceedingId })),
  adjournHearing: (about, usual) =>
    hearingsOf(about).flatMap((liveDateId) =>
      [addHours(about.now, 240), null].map((at) => {
        return { ...usual.adjournHearing, liveDateId, nextId: `date-${about.facts.length}-next`, at };
      }),
    ),
  setHearingCompany: (about) =>
    hearingsOf(about).map((liveDateId) => ({ liveDateId, companionIds: [`adviser-${about.facts.length % 3}`] })),
  tellResult: (about) =>
    [...hearingsOf(about), ...datesOf(about)].map((liveDateId) => ({ liveDateId, result: 'told', reasonId: null })),
  moveLiveDate: (about, usual) =>
    datesOf(about).map((liveDateId) => {
      return { ...usual.moveLiveDate, liveDateId, at: addHours(about.now, 600), authorisedBy: 'magistrates' };
    }),
  reviewLiveDate: (about, usual) =>
    datesOf(about).flatMap((liveDateId) =>
      (['beforeEnd', 'breach', 'noDate'] as const).map((because) => ({ ...usual.reviewLiveDate, liveDateId, because })),
    ),
  recordBreach: (about, usual) =>
    datesOf(about).map((liveDateId) => ({
      ...usual.recordBreach,
      liveDateId,
      breachId: `breach-${about.facts.length}`,
    })),
  addLiveDate: (about) =>
    (
      ['hearing', 'hearing', 'hearing', 'restraining', 'dvpo', 'preChargeBail', 'dvpn', 'custodyRelease'] as const
    ).flatMap((kind) =>
      [addHours(about.now, 480), null].map((at) => {
        const [proceedingId = null] = kind === 'hearing' ? Object.keys(about.state.proceedings) : [];
        const owner = kind === 'dvpn' ? 'police' : null;
        const details = { proceedingId, agencyId: owner, authorisedBy: 'custodyOfficer' as const };
        const watchedById = about.state.stage === 'closed' ? 'post-1' : null;
        return { liveDateId: `date-${about.facts.length}`, kind, at, contentId: null, ...details, watchedById };
      }),
    ),
  recordLiveDateOutcome: (about) =>
    datesOf(about).map((liveDateId) => ({ liveDateId, outcome: 'other', contentId: null })),
  requestTransfer: (about) =>
    ['swale', 'dover', null].map((toAreaId) => ({
      ...transferTo(toAreaId),
      transferId: `transfer-${about.facts.length}`,
    })),
  answerTransfer: () => [
    { outcome: 'accept', noteId: null },
    { outcome: 'refuse', reasonId },
  ],
  recordOutsideAnswer: (about, usual) => [{ outcome: 'refuse', reasonId }, usual.recordOutsideAnswer],
  closeCase: (about) => [
    { reasonId: null, disposals: [] },
    { reasonId: null, disposals: allWatched(about) },
    {
      reasonId: null,
      disposals: datesOf(about).map((liveDateId) => ({ liveDateId, disposal: 'ended', watchedById: null })),
    },
  ],
  keepRecord: ({ now }) => [30, 400, -1].map((days) => ({ until: addDays(londonDate(now), days), reasonId })),
};

function actionsOf({ state }: SimulatedCase): readonly string[] {
  return [...Object.keys(state.actions), 'nothing'];
}

function datesOf({ state }: SimulatedCase): readonly string[] {
  return [...Object.keys(state.liveDates), 'nothing'];
}

function allWatched({ state }: SimulatedCase): CommandPayloads['closeCase']['disposals'] {
  return Object.keys(state.liveDates)
    .filter((id) => state.liveDates[id]?.standing === 'live')
    .map((liveDateId) => ({ liveDateId, disposal: 'watched', watchedById: 'post-1' }));
}

function hearingsOf({ state }: SimulatedCase): readonly string[] {
  return [...Object.keys(state.liveDates).filter((id) => state.liveDates[id]?.kind === 'hearing'), 'nothing'];
}

function proceedingsOf({ state, facts }: SimulatedCase): readonly string[] {
  return [...Object.keys(state.proceedings).slice(0, facts.length % 4), 'nothing'].reverse();
}

function clocksOf({ running }: SimulatedCase): readonly string[] {
  return [...running.keys(), 'nothing'];
}

function pausedOf({ running }: SimulatedCase): readonly string[] {
  return [...running.values()]
    .filter(({ clock }) => clock.pauses.some(({ until }) => until === null))
    .map(({ clock }) => clock.id);
}
