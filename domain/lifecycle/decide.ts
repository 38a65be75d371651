import { londonDate } from '../calendar/london.ts';
import type { IsoInstant, Occurred } from '../calendar/time.ts';
import type { CaseState } from './caseState.ts';
import type { CommandPayloads, CommandType, Decider, Proposal } from './command.ts';
import * as actions from './commands/actions.ts';
import * as children from './commands/children.ts';
import * as clocks from './commands/clocks.ts';
import * as closing from './commands/closing.ts';
import * as court from './commands/court.ts';
import * as handover from './commands/handover.ts';
import * as likelyMatch from './commands/likelyMatch.ts';
import * as liveDates from './commands/liveDates.ts';
import * as meeting from './commands/meeting.ts';
import * as merge from './commands/merge.ts';
import * as referral from './commands/referral.ts';
import * as reported from './commands/reported.ts';
import * as retention from './commands/retention.ts';
import * as support from './commands/support.ts';
import * as transfer from './commands/transfer.ts';
import { refuse, type Refusal } from './refusal.ts';
import { safeguardingCommands } from './safeguardingCommands.ts';
import { whileMerged } from './whileMerged.ts';

const deciders: { [T in CommandType]: Decider<T> } = {
  submitReferral: referral.submitReferral,
  caughtUp: referral.caughtUp,
  screenReferral: referral.screenReferral,
  completeReferral: referral.completeReferral,
  gradeRisk: referral.gradeRisk,
  notifyChildrensServices: referral.notifyChildrensServices,
  setChildServices: children.setChildServices,
  tellSchools: children.tellSchools,
  addChild: children.addChild,
  putChildRight: children.putChildRight,
  takeOutChild: children.takeOutChild,
  recordAcknowledgement: handover.recordAcknowledgement,
  refuseHandover: handover.refuseHandover,
  referOn: handover.referOn,
  settleRefusal: handover.settleRefusal,
  decideOnConsent: handover.decideOnConsent,
  allocateAdviser: support.allocateAdviser,
  endAllocation: support.endAllocation,
  setAction: actions.setAction,
  completeAction: actions.completeAction,
  recordActionNotPossible: actions.recordActionNotPossible,
  recordActionNotDone: actions.recordActionNotDone,
  reassignAction: actions.reassignAction,
  moveActionDue: actions.moveActionDue,
  listCase: meeting.listCase,
  takeOffList: meeting.takeOffList,
  admitLate: meeting.admitLate,
  callToEmergency: meeting.callToEmergency,
  relistCase: meeting.relistCase,
  noteTwoAreas: meeting.noteTwoAreas,
  noteReversedPair: closing.noteReversedPair,
  noteLikelyMatch: likelyMatch.noteLikelyMatch,
  decideLikelyMatch: likelyMatch.decideLikelyMatch,
  noteMatchDecision: likelyMatch.noteMatchDecision,
  noteAssessment: closing.noteAssessment,
  mergeReferral: merge.mergeReferral,
  undoMerge: merge.undoMerge,
  joinReferral: merge.joinReferral,
  partReferral: merge.partReferral,
  recordHearing: meeting.recordHearing,
  recordHeardElsewhere: meeting.recordHeardElsewhere,
  recordPlanReview: meeting.recordPlanReview,
  decideInterim: meeting.decideInterim,
  decideDeferral: meeting.decideDeferral,
  pauseClock: clocks.pauseClock,
  resumeClock: clocks.resumeClock,
  acknowledgeEscalation: clocks.acknowledgeEscalation,
  planClocksAnew: clocks.planClocksAnew,
  recordContactAttempt: support.recordContactAttempt,
  changeSafeContact: support.changeSafeContact,
  noteSafeContactProposal: support.noteSafeContactProposal,
  settleSafeContactProposal: support.settleSafeContactProposal,
  decideContact: support.decideContact,
  decideAttempts: support.decideAttempts,
  recordEngagement: support.recordEngagement,
  recordSafetyPlan: support.recordSafetyPlan,
  reviewSafetyPlan: support.reviewSafetyPlan,
  recordVictimView: support.recordVictimView,
  recordRiskReview: support.recordRiskReview,
  tellOutcome: support.tellOutcome,
  tellReferrer: support.tellReferrer,
  endSupport: support.endSupport,
  openProceeding: court.openProceeding,
  recordMilestone: court.recordMilestone,
  endProceeding: court.endProceeding,
  adjournHearing: court.adjournHearing,
  setHearingCompany: court.setHearingCompany,
  tellResult: court.tellResult,
  addLiveDate: liveDates.addLiveDate,
  recordLiveDateOutcome: liveDates.recordLiveDateOutcome,
  moveLiveDate: liveDates.moveLiveDate,
  reviewLiveDate: liveDates.reviewLiveDate,
  recordBreach: liveDates.recordBreach,
  closeCase: closing.closeCase,
  reopenCase: closing.reopenCase,
  reportFurtherAbuse: reported.reportFurtherAbuse,
  takeOutReport: reported.takeOutReport,
  takeBackRepeat: reported.takeBackRepeat,
  setFlagAgain: reported.setFlagAgain,
  requestTransfer: transfer.requestTransfer,
  answerTransfer: transfer.answerTransfer,
  recordOutsideAnswer: transfer.recordOutsideAnswer,
  withdrawTransfer: transfer.withdrawTransfer,
  recordDeath: closing.recordDeath,
  takeBackDeath: closing.takeBackDeath,
  noteSearch: closing.noteSearch,
  endCase: closing.endCase,
  keepRecord: retention.keepRecord,
  eraseRecord: retention.eraseRecord,
};

/** What may still be recorded after the victim has died: what was going on comes to an end, and what others report. */
const allowedWhenFrozen: readonly CommandType[] = [
  ...safeguardingCommands,
  'completeAction',
  'recordActionNotPossible',
  'recordActionNotDone',
  'recordAcknowledgement',
  'refuseHandover',
  'settleRefusal',
  'recordLiveDateOutcome',
  'recordMilestone',
  'endProceeding',
  'adjournHearing',
  'moveLiveDate',
  'reviewLiveDate',
  'acknowledgeEscalation',
  'planClocksAnew',
  'reportFurtherAbuse',
  'takeOutReport',
  'takeBackRepeat',
  'setFlagAgain',
  'takeOffList',
  'relistCase',
  'closeCase',
  'recordDeath',
  'takeBackDeath',
  'caughtUp',
  'noteSearch',
  'noteReversedPair',
  'noteLikelyMatch',
  'decideLikelyMatch',
  'noteMatchDecision',
  'noteAssessment',
  'joinReferral',
  'partReferral',
  'endCase',
];

/** What may have happened before the referral: what another case learned of first, abuse that is told later, what a court did. */
const mayComeBefore: readonly CommandType[] = [
  'openProceeding',
  'recordMilestone',
  'recordDeath',
  'takeBackDeath',
  'reportFurtherAbuse',
  'noteReversedPair',
  'noteLikelyMatch',
  'noteMatchDecision',
  'noteSafeContactProposal',
  'noteAssessment',
  'joinReferral',
  'partReferral',
];

/** Decides any command against the state of its case: facts to record and questions to the store, or a refusal. */
export function decide<T extends CommandType>(
  state: CaseState,
  command: { readonly type: T; readonly payload: CommandPayloads[T] },
  when: { readonly occurred: Occurred; readonly now: IsoInstant },
): Proposal | Refusal {
  const underReview = retention.isUnderReview(state);
  if (state.stage === 'ended' && !retention.isForEnded(command.type, { underReview, frozen: state.frozen }))
    return refuse('CASE_ENDED');
  if (state.stage === 'new' && command.type !== 'submitReferral') return refuse('NOT_IN_THIS_STAGE');
  if (state.frozen && !allowedWhenFrozen.includes(command.type)) return refuse('CASE_FROZEN');
  if (state.stage === 'merged' && !whileMerged.includes(command.type)) return refuse('CASE_MERGED');
  if (happenedBefore(state, when.occurred) && !mayComeBefore.includes(command.type)) return refuse('HAPPENED_BEFORE');
  return deciders[command.type](state, command.payload, when);
}

function happenedBefore({ receivedAt }: CaseState, { at }: Occurred): boolean {
  return receivedAt !== null && londonDate(at) < londonDate(receivedAt);
}
