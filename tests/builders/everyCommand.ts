import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { aReferral } from './aReferral.ts';
import { aChild, anAction, attempt, grading, onwardReferral, transferTo } from './aCase.ts';
import type { SimulatedCase } from './simulatedCase.ts';
import { moment } from './world.ts';

/**
 * One sensible example of every command: about `action-1`, `date-1` and `child-1` where it is about something, and about
 * the meeting and the first action clock the case has.
 */
export function everyCommand(about: SimulatedCase): { readonly [T in CommandType]: CommandPayloads[T] } {
  const clockId = about.clock('action')?.id ?? 'no-clock';
  const meetingId = about.state.listing?.meetingId ?? 'meeting-2026-03-24';
  const reasonId = 'reason-1';
  const counted = { count: 16, policeGrade: null, judgement: null, reasonId: null };
  const aProposal = { victimId: 'victim-1', proposalId: 'proposal-1', fromCaseId: 'case-4' };
  const aLikelyMatch: CommandPayloads['noteLikelyMatch'] = {
    ...{ matchId: 'match-1', part: 'victim', personId: 'victim-1', knownId: 'victim-9' },
    ...{ reasons: ['soundAndDateOfBirth'], otherAreaIds: ['dover'] },
  };
  return {
    submitReferral: aReferral().build(),
    caughtUp: {},
    screenReferral: { outcome: 'accept', adviceId: null },
    completeReferral: { contentId: 'supplied-1', assessment: null },
    gradeRisk: grading({ count: 16, handoverId: 'handover-2' }),
    notifyChildrensServices: {
      notificationId: 'notification-1',
      children: ['child-1'],
      toAgencyId: 'childrens-services-kent',
      alreadySent: false,
    },
    setChildServices: { childId: 'child-1', servicesAgencyId: 'childrens-services-medway' },
    tellSchools: { children: ['child-1'], result: 'told', contentId: null },
    addChild: aChild('child-9'),
    putChildRight: {
      ...aChild('child-1'),
      parts: ['address'],
      ageBandNow: 'oneToSeventeen',
      correctionId: 'correction-1',
    },
    takeOutChild: { childId: 'child-1', reasonId },
    recordAcknowledgement: { handoverId: 'handover-1' },
    refuseHandover: { handoverId: 'handover-1', reasonId },
    referOn: onwardReferral('handover-3'),
    settleRefusal: { handoverId: 'handover-1', reasonId, byId: 'coordinator-1' },
    decideOnConsent: { decision: 'idvaService', handoverId: 'handover-4', reasonId, byId: 'coordinator-1' },
    allocateAdviser: { adviserId: 'adviser-1' },
    endAllocation: { allocationId: about.standing?.advisers?.community?.allocationId ?? 'allocation-1' },
    setAction: anAction('action-2'),
    completeAction: { actionId: 'action-1', noteId: null },
    recordActionNotPossible: { actionId: 'action-1', reasonId },
    recordActionNotDone: { actionId: 'action-1', reasonId },
    reassignAction: { actionId: 'action-1', agencyId: 'health-acute', ownerId: null, reasonId },
    moveActionDue: { actionId: 'action-1', due: { type: 'day', date: '2027-06-01' }, extension: false, reasonId },
    listCase: { meetingId: null, reasonId: null },
    takeOffList: { decisionId: 'decision-1' },
    admitLate: { meetingId, reasonId },
    callToEmergency: { meetingId, reasonId },
    relistCase: { fromMeetingId: meetingId, toMeetingId: null, because: 'meetingCancelled', reasonId },
    noteTwoAreas: { otherCaseId: 'case-of-another-area', otherAreaId: 'dover' },
    noteReversedPair: { otherCaseId: 'case-of-him', otherAreaId: 'dover' },
    noteLikelyMatch: aLikelyMatch,
    decideLikelyMatch: { matchId: 'match-1', answer: 'same', reasonId },
    noteMatchDecision: { matchId: 'match-1', answer: 'same', before: null, byCaseId: 'case-9', reasonId: null },
    noteAssessment: { assessmentId: 'assessment-1', agencyId: 'police' },
    mergeReferral: { intoCaseId: 'case-2', reasonId },
    undoMerge: { reasonId },
    joinReferral: { fromCaseId: 'case-3', children: [] },
    partReferral: { fromCaseId: 'case-3' },
    recordHearing: { outcome: 'heard', meetingId, attendance: [], minuteId: null, actions: [] },
    recordHeardElsewhere: { ...counted, gradedOn: null, contentId: 'heard-elsewhere-1' },
    decideInterim: { decision: 'interimPlan', reasonId, byId: 'coordinator-1' },
    decideDeferral: { decision: 'agreed', reasonId, byId: 'chair-1' },
    recordPlanReview: { contentId: 'review-1' },
    pauseClock: { clockId, reason: 'awaitingAnotherAgency', reasonId: null },
    resumeClock: { clockId },
    planClocksAnew: { changeId: 'change-1', because: 'calendar' },
    acknowledgeEscalation: { clockId, until: '2026-03-06', reasonId },
    recordContactAttempt: attempt('noAnswer'),
    changeSafeContact: { victimId: 'victim-1', contentId: 'safe-contact-2' },
    noteSafeContactProposal: aProposal,
    settleSafeContactProposal: {
      ...{ victimId: 'victim-1', proposalId: 'proposal-1', taken: ['numbers'], contentId: 'safe-contact-3' },
      ...{ reasonId: null, standsId: 'safe-contact-1' },
    },
    decideContact: { victimId: 'victim-1', decision: 'resumed', reasonId },
    decideAttempts: { decision: 'continue', reasonId },
    recordEngagement: { status: 'engaged', noteId: null },
    recordSafetyPlan: { planId: 'plan-1', contentId: 'plan-words' },
    reviewSafetyPlan: { reviewId: 'review-1', planId: 'plan-1', outcome: 'stands', byId: 'adviser-1', contentId: null },
    recordVictimView: { viewId: 'view-1', byId: 'adviser-1', contentId: 'view-words' },
    recordRiskReview: { assessment: null, contentId: null },
    tellOutcome: { result: 'told', reasonId: null },
    tellReferrer: { about: 'screening', contentId: null },
    endSupport: { status: 'planned', contentId: null },
    openProceeding: {
      ...{ proceedingId: 'proceeding-2', kind: 'criminal', specialist: true, startedOn: null, contentId: null },
    },
    recordMilestone: { proceedingId: 'proceeding-1', milestone: 'charge', result: null, contentId: null },
    endProceeding: { proceedingId: 'proceeding-1', outcome: 'concluded', contentId: null },
    adjournHearing: {
      ...{
        liveDateId: 'date-1',
        nextId: 'date-3',
        at: moment('2027-03-01 10:00'),
        because: 'courtTime',
        contentId: null,
      },
    },
    setHearingCompany: { liveDateId: 'date-1', companionIds: ['adviser-1'] },
    tellResult: { liveDateId: 'date-1', result: 'told', reasonId: null },
    moveLiveDate: {
      ...{ liveDateId: 'date-1', at: moment('2027-06-01 12:00'), because: 'extended', conditions: null },
      ...{ authorisedBy: null, enhancedRights: true, reasonId: null },
    },
    reviewLiveDate: { liveDateId: 'date-1', because: 'breach', change: 'higher', contentId: null },
    recordBreach: { breachId: 'breach-1', liveDateId: 'date-1', conditions: ['noContact'], contentId: 'breach-words' },
    addLiveDate: { liveDateId: 'date-2', kind: 'restraining', at: moment('2027-03-01 12:00'), contentId: null },
    recordLiveDateOutcome: { liveDateId: 'date-1', outcome: 'orderExpired', contentId: null },
    closeCase: { reasonId: null, disposals: [{ liveDateId: 'date-1', disposal: 'ended', watchedById: null }] },
    reopenCase: { reasonId },
    takeOutReport: { reportId: 'report-1', reasonId, byId: 'coordinator-1' },
    takeBackRepeat: { reportId: 'report-1', ofCaseId: 'case-0', reasonId },
    setFlagAgain: { insteadOfId: 'case-9' },
    reportFurtherAbuse: { reportId: 'report-1', newCaseId: null, withinFlag: true },
    requestTransfer: transferTo('swale'),
    answerTransfer: { outcome: 'accept', noteId: null },
    recordOutsideAnswer: { outcome: 'accept', noteId: null },
    withdrawTransfer: { reasonId },
    recordDeath: { contentId: null },
    takeBackDeath: { reasonId },
    noteSearch: { byId: 'referrer-2', forAreaId: 'swale' },
    endCase: {},
    keepRecord: { until: '2033-03-02', reasonId },
    eraseRecord: {},
  };
}
