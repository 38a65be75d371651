import type { CommandType } from './command.ts';
import { answeredFor } from './commands/children.ts';
import { mergeable } from './commands/merge.ts';
import { safeguardingCommands } from './safeguardingCommands.ts';
import { isForEnded } from './commands/retention.ts';
import type { Stage } from './stage.ts';
import { whileMerged } from './whileMerged.ts';

/** What boards know of a case, as far as it decides what can be done with it next. */
export interface CaseAtGlance {
  readonly stage: Stage;
  readonly frozen: boolean;
  readonly silent: boolean;
  readonly accepted: boolean;
  readonly repeat: boolean;
  readonly heard: boolean;
  readonly listed: boolean;
  readonly supportEnded: boolean;
  readonly engagement: string;
  readonly contactSuspended: boolean;
  readonly hasChildren: boolean;
  readonly hasUnnotifiedChildren: boolean;
  readonly hasUncoveredChildren: boolean;
  readonly hasSchoolsToTell: boolean;
  readonly hasOpenHandovers: boolean;
  /** Something handed over that was not refused yet; and what was refused without anything following. */
  readonly hasStandingHandovers: boolean;
  readonly hasUnsettledRefusals: boolean;
  readonly consentOwed: boolean;
  /** Somebody has to decide what protects the victim until a meeting. */
  readonly interimOwed: boolean;
  /** It was deferred again, and the chair has to decide whether it waits. */
  readonly deferralOwed: boolean;
  /** Something a referral said of safe contact is not decided on yet. */
  readonly hasSafeContactProposals: boolean;
  /** The case has ended, and somebody is asked to review what is kept of it. */
  readonly underReview: boolean;
  /** Another case of the same two people that this referral may be merged into. */
  readonly hasSameTwo: boolean;
  /**
   * A transfer that is under way: inside waits for the other area, outside for an answer to be recorded. What was refused may
   * still be accepted, or is asked of another MARAC.
   */
  readonly transfer: 'none' | 'inside' | 'outside' | 'refused' | 'refusedOutside';
}

type Ask = (about: CaseAtGlance) => boolean;

const at =
  (...stages: readonly Stage[]): Ask =>
  ({ stage }) =>
    stages.includes(stage);
const supported: Ask = ({ supportEnded, frozen }) => !supportEnded && !frozen;

const mayBeListed: Ask = (about) =>
  !about.listed && (at('graded', 'heard')(about) || (about.repeat && at('received', 'returned', 'accepted')(about)));

/** When a command makes sense; one that is not named does so at any time. The guards of the case have the last word. */
const when: Partial<Record<CommandType, Ask>> = {
  caughtUp: ({ silent }) => silent,
  screenReferral: (about) => !about.accepted && at('received', 'returned', 'graded', 'listed', 'heard')(about),
  completeReferral: at('returned'),
  gradeRisk: (about) => at('handedOver')(about) || (about.accepted && at('accepted', 'graded', 'listed')(about)),
  notifyChildrensServices: ({ hasUnnotifiedChildren }) => hasUnnotifiedChildren,
  setChildServices: ({ hasUncoveredChildren }) => hasUncoveredChildren,
  tellSchools: ({ hasSchoolsToTell }) => hasSchoolsToTell,
  addChild: at(...answeredFor),
  putChildRight: (about) => about.hasChildren && at(...answeredFor)(about),
  takeOutChild: (about) => about.hasChildren && at(...answeredFor)(about),
  recordAcknowledgement: ({ hasOpenHandovers }) => hasOpenHandovers,
  refuseHandover: ({ hasStandingHandovers }) => hasStandingHandovers,
  settleRefusal: ({ hasUnsettledRefusals }) => hasUnsettledRefusals,
  decideInterim: ({ interimOwed }) => interimOwed,
  decideDeferral: ({ deferralOwed }) => deferralOwed,
  decideOnConsent: ({ consentOwed }) => consentOwed,
  allocateAdviser: supported,
  recordContactAttempt: (about) => supported(about) && !about.contactSuspended,
  settleSafeContactProposal: ({ hasSafeContactProposals }) => hasSafeContactProposals,
  decideContact: ({ contactSuspended }) => contactSuspended,
  decideAttempts: (about) => supported(about) && about.engagement === 'none',
  recordEngagement: supported,
  recordSafetyPlan: supported,
  recordRiskReview: (about) => supported(about) && ['engaged', 'dormant'].includes(about.engagement),
  tellOutcome: ({ heard }) => heard,
  endSupport: supported,
  listCase: mayBeListed,
  takeOffList: ({ listed }) => listed,
  admitLate: mayBeListed,
  callToEmergency: (about) => mayBeListed(about) || about.listed,
  requestTransfer: ({ transfer }) => transfer !== 'inside' && transfer !== 'outside',
  answerTransfer: ({ transfer }) => transfer === 'inside' || transfer === 'refused',
  recordOutsideAnswer: ({ transfer }) => transfer === 'outside' || transfer === 'refusedOutside',
  withdrawTransfer: ({ transfer }) => transfer !== 'none',
  mergeReferral: (about) => about.hasSameTwo && !about.heard && mergeable.includes(about.stage),
  undoMerge: at('merged'),
  reviewSafetyPlan: supported,
  recordVictimView: supported,
  recordHearing: ({ listed }) => listed,
  recordHeardElsewhere: (about) => about.silent && about.accepted && at('accepted', 'graded', 'listed')(about),
  recordPlanReview: (about) => about.repeat && !at('closed', 'declined', 'handedOver')(about),
  closeCase: (about) => at('heard', 'graded')(about) || (about.frozen && at('received', 'returned', 'accepted')(about)),
  reopenCase: at('closed'),
  takeBackDeath: ({ frozen }) => frozen,
  keepRecord: ({ underReview }) => underReview,
  eraseRecord: ({ underReview }) => underReview,
};

const evenWhenFrozen: readonly CommandType[] = [
  ...safeguardingCommands,
  'completeAction',
  'recordActionNotPossible',
  'recordActionNotDone',
  'recordAcknowledgement',
  'refuseHandover',
  'settleRefusal',
  'recordLiveDateOutcome',
  'acknowledgeEscalation',
  'takeOffList',
  'closeCase',
  'takeBackDeath',
  'caughtUp',
];

/** Whether a command is worth offering for a case as it stands; what is offered may still be refused when it is sent. */
export function isWorthOffering(type: CommandType, about: CaseAtGlance): boolean {
  if (about.stage === 'new' || (about.stage === 'ended' && !isForEnded(type, about))) return false;
  if (about.frozen && !evenWhenFrozen.includes(type)) return false;
  if (about.stage === 'merged' && !whileMerged.includes(type)) return false;
  return when[type]?.(about) ?? true;
}
