import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours, londonDate } from '../../domain/calendar/london.ts';
import type { LiveDateKind } from '../../domain/lifecycle/facts/liveDates.ts';
import type { CaseState, LiveDateState } from '../../domain/lifecycle/caseState.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { newId } from '../../platform/ids.ts';
import { type CaseInStore, moment } from '../environment/caseInStore.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';

type Sending = { [T in CommandType]: readonly [T, CommandPayloads[T]] }[CommandType];

/** Somebody who is in nobody's way. */
/** An adviser of the service the cases of these tests belong to. */
const adviser = idOf('practitioner', 'joanna.pike');
const agencies = ['police', 'housing', 'probation'].map((code) => idOf('agency', code));

/** Who and what a case is about, as far as its own state does not say it. */
export interface About {
  readonly victimId: string;
  /** A report of further abuse that is on record and that no case has recorded yet. */
  readonly reportId: string;
}

type AboutNow = About & { readonly now: string };

/**
 * Lives a case through some hundred commands picked by numbers: whatever makes sense now and then, refusals and all,
 * with hours between them and ladders fired. The same numbers give the same life.
 */
export async function liveRandomly(
  theCase: CaseInStore,
  about: About,
  numbers: readonly number[],
  startAt = '2026-03-02 10:00',
): Promise<{ readonly accepted: number }> {
  let now = moment(startAt);
  let accepted = 0;
  for (const number of numbers) {
    now = addHours(now, number % 7 === 0 ? 26 : number % 5);
    const commands = sensibleCommands(theCase.state, { ...about, now });
    const [type, payload] = commands[number % commands.length] ?? ['caughtUp', {}];
    const answer = await theCase.send(type, payload, inLondon(now));
    if (answer.ok) accepted += 1;
    if (number % 6 === 0) await theCase.fire(inLondon(now));
  }
  return { accepted };
}

/** An instant as a London moment, which is how tests write it. */
function inLondon(now: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' }).format(
    new Date(now),
  );
  return `${londonDate(now)} ${time}`;
}

/** Commands that may make sense for a case as it stands; each is an example about something the case has. */
function sensibleCommands(state: CaseState, about: AboutNow): readonly Sending[] {
  return [
    ...intake(state),
    ...work(state, about),
    ...meeting(state, about),
    ...support(state, about),
    ...court(state, about),
  ];
}

function intake(state: CaseState): readonly Sending[] {
  const grading = { policeGrade: null, judgement: null, reasonId: null, handOverTo: null };
  const [handoverId] = Object.keys(state.handovers).toReversed();
  const children = Object.keys(state.children);
  return [
    ['screenReferral', { outcome: 'accept', adviceId: null }],
    ['screenReferral', { outcome: 'returnAsIncomplete', missing: ['safeContact'], noteId: newId() }],
    ['completeReferral', { contentId: newId(), assessment: anAssessment(17) }],
    ['gradeRisk', { ...grading, count: 16, handoverId: newId() }],
    ['gradeRisk', { ...grading, count: 12, judgement: 'high', reasonId: newId(), handoverId: newId() }],
    ['allocateAdviser', { adviserId: adviser }],
    ['allocateAdviser', { adviserId: adviser, kind: 'court', allocationId: newId(), reasonId: newId() }],
    [
      'notifyChildrensServices',
      {
        notificationId: newId(),
        children,
        toAgencyId: idOf('agency', 'childrens-services-kent'),
        alreadySent: state.version % 2 === 0,
      },
    ],
    ...(handoverId ? ([['recordAcknowledgement', { handoverId }]] as const) : []),
    ['caughtUp', {}],
  ];
}

function work(state: CaseState, { now }: AboutNow): readonly Sending[] {
  const due = { type: 'day', date: londonDate(addHours(now, 24 * 9)) } as const;
  const actions = Object.entries(state.actions).filter(([, status]) => status === 'open');
  const [actionId] = actions.at(-1) ?? [];
  const [clock] = Object.values(state.clocks).toReversed();
  const reasonId = newId();
  return [
    ['setAction', anAction(state.version)],
    ['setAction', { ...anAction(state.version + 1), due, ownerId: whoeverMay }],
    ...(actionId
      ? ([
          ['completeAction', { actionId, noteId: null }],
          ['recordActionNotDone', { actionId, reasonId }],
          ['recordActionNotPossible', { actionId, reasonId }],
          ['reassignAction', { actionId, agencyId: agencies[state.version % 3] ?? '', ownerId: null, reasonId }],
          ['moveActionDue', { actionId, due, extension: state.version % 2 === 0, reasonId }],
        ] as const)
      : []),
    ...(clock
      ? ([
          ['pauseClock', { clockId: clock.id, reason: 'awaitingAnotherAgency', reasonId }],
          ['resumeClock', { clockId: clock.id }],
          ['acknowledgeEscalation', { clockId: clock.id, until: londonDate(addHours(now, 48)), reasonId }],
        ] as const)
      : []),
  ];
}

function meeting(state: CaseState, { reportId }: About): readonly Sending[] {
  const attendance = [{ agencyId: agencies[0] ?? '', presence: 'present' }] as const;
  const meetingId = state.listing?.meetingId ?? newId();
  const heard = { outcome: 'heard', meetingId, attendance, minuteId: newId() } as const;
  return [
    ['listCase', { meetingId: null, reasonId: newId() }],
    ['takeOffList', { decisionId: newId() }],
    ['recordHearing', { outcome: 'deferred', meetingId, attendance, reasonId: newId() }],
    // Two actions of one agency in one decision: it has one part in the case all the same.
    ['recordHearing', { ...heard, actions: [anAction(state.version), anAction(state.version)] }],
    ['recordPlanReview', { contentId: newId() }],
    ['tellOutcome', { result: 'told', reasonId: null }],
    ['tellReferrer', { about: state.heard ? 'meeting' : 'screening', contentId: null }],
    ['closeCase', { reasonId: newId(), disposals: [] }],
    ['reopenCase', { reasonId: newId() }],
    ['reportFurtherAbuse', { reportId, newCaseId: null, withinFlag: true }],
  ];
}

function support(state: CaseState, { victimId }: About): readonly Sending[] {
  const attempt = { victimId, medium: 'telephone', byId: whoeverMay, noteId: null };
  const plan = state.safetyPlans?.at(-1);
  return [
    ['recordContactAttempt', { ...attempt, attemptId: newId(), result: 'noAnswer' }],
    ['recordContactAttempt', { ...attempt, attemptId: newId(), result: 'spoke' }],
    ['recordContactAttempt', { ...attempt, attemptId: newId(), result: state.version % 3 ? 'messageLeft' : 'unsafe' }],
    ['decideContact', { victimId, decision: 'resumed', reasonId: newId() }],
    ['decideAttempts', { decision: 'continue', reasonId: newId() }],
    ['recordEngagement', { status: 'engaged', noteId: null }],
    ['recordSafetyPlan', { planId: newId(), contentId: newId(), subjectIds: [victimId], byId: whoeverMay }],
    ['recordSafetyPlan', { planId: newId(), contentId: newId() }],
    ...(plan
      ? ([
          [
            'reviewSafetyPlan',
            { reviewId: newId(), planId: plan, outcome: 'stands', byId: whoeverMay, contentId: newId() },
          ],
        ] as const)
      : []),
    ['recordVictimView', { viewId: newId(), byId: whoeverMay, contentId: newId() }],
    ['changeSafeContact', { victimId, contentId: newId() }],
    ['recordRiskReview', { assessment: anAssessment(15), contentId: null }],
    ['endSupport', { status: 'planned', contentId: null }],
  ];
}

function court(state: CaseState, { now }: AboutNow): readonly Sending[] {
  const kinds: readonly LiveDateKind[] = ['hearing', 'restraining', 'preChargeBail', 'dvpo'];
  const kind = kinds[state.version % kinds.length] ?? 'hearing';
  const [live] = Object.entries(state.liveDates).filter(([, { standing }]) => standing !== 'ended');
  const [proceedingId = null] = Object.keys(state.proceedings);
  return [
    [
      'addLiveDate',
      {
        ...{ liveDateId: newId(), kind, at: addHours(now, 24 * 20), contentId: newId(), proceedingId },
        ...{
          authorisedBy: 'custodyOfficer',
          conditions: ['noContact'],
          watchedById: idOf('practitioner', 'grace.oyelaran'),
        },
      },
    ],
    ['openProceeding', { proceedingId: newId(), kind: 'criminal', specialist: true, startedOn: null, contentId: null }],
    ...(proceedingId
      ? ([['recordMilestone', { proceedingId, milestone: 'plea', result: 'guilty', contentId: newId() }]] as const)
      : []),
    ...(live ? aboutLiveDate(...live, now) : []),
  ];
}

function aboutLiveDate(liveDateId: string, { kind }: LiveDateState, now: string): readonly Sending[] {
  const at = addHours(now, 24 * 40);
  const nothingElse = { conditions: null, enhancedRights: true, reasonId: null } as const;
  return [
    ['recordLiveDateOutcome', { liveDateId, outcome: 'orderExpired', contentId: newId() }],
    ['tellResult', { liveDateId, result: 'told', reasonId: null }],
    ...(kind === 'hearing'
      ? ([
          ['adjournHearing', { liveDateId, nextId: newId(), at, because: 'courtTime', contentId: newId() }],
          ['setHearingCompany', { liveDateId, companionIds: [idOf('practitioner', 'joanna.pike')] }],
        ] as const)
      : ([
          ['moveLiveDate', { liveDateId, at, because: 'varied', authorisedBy: 'magistrates', ...nothingElse }],
          ['reviewLiveDate', { liveDateId, because: 'breach', change: 'same', contentId: newId() }],
          ['recordBreach', { breachId: newId(), liveDateId, conditions: ['noContact'], contentId: newId() }],
        ] as const)),
  ];
}

function anAction(seed: number): CommandPayloads['setAction'] {
  return {
    actionId: newId(),
    agencyId: agencies[seed % agencies.length] ?? '',
    ownerId: null,
    riskCode: 'physicalHarm',
    urgent: seed % 4 === 0,
    due: null,
    contentId: newId(),
  };
}

function anAssessment(count: number) {
  return { assessmentId: newId(), tool: 'DASH', toolVersion: '1', count, policeGrade: null, contentId: newId() };
}
