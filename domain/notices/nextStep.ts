import type { ClockKind } from '../clocks/clockKind.ts';
import type { NoticeRole } from './directory.ts';

/** What the one whose duty it is should do now. */
const toDo: Readonly<Record<ClockKind, string>> = {
  screen: 'Please read the referral and accept it, send it back for what is missing, or decline it with a reason.',
  incompleteChase: 'Please add what is missing. Support goes on meanwhile: nothing waits for it.',
  highNotReferred: 'Please make the referral, or record why there is none.',
  firstContact: 'Please read first how it is safe to make contact, then make an attempt and record it.',
  contactAttempts: 'Please read first how it is safe to make contact, then try again and record each attempt.',
  contactDecision: 'Please decide how to go on with contact, and record the decision with its reason.',
  allocation:
    'The adviser of this case has left, and nobody has their place. Please allocate it today; until then the duty queue does what is owed.',
  engagement:
    'Somebody has spoken to the victim. Please record whether they engage with support or decline it: the safety plan and the reviews of the risk begin with that.',
  safetyPlan: 'Please complete the safety plan and record it.',
  agendaOut: 'Please check the list and send out the agenda.',
  planReview: 'Please look at what the last plan achieved, and record it before the agenda goes out.',
  researchReturn: 'Please return what your agency knows. If it knows nothing, please say that.',
  meetingConcluded:
    'Please record who was there and what the meeting did with each case, and conclude it; or move or cancel it, so that its cases are heard.',
  minutesOut: 'Please send out the minutes and the actions.',
  outcomeTold: 'Please tell the outcome in a way that is safe and record it. If there is no safe way, record that.',
  referrerTold: 'Please tell the referrer what became of the referral, and record it.',
  action: 'Please do it and record it. If it cannot be done, please say so now and give the reason.',
  urgentAction: 'Please do it now and record it. If it cannot be done, please say so at once and give the reason.',
  riskReview: 'Please review the risk and record the result.',
  hearing:
    'Please see that it is settled who goes along, and record the outcome afterwards. Whoever goes along finds the hour and the court in the court diary, also where the case is not theirs to open.',
  hearingOutcome:
    'Please find out what was decided and record it. If you went along and cannot open the case, please tell its adviser or the coordinator today.',
  hearingTold:
    'Please tell what was decided in a way that is safe, and record it. If there is no safe way, record that.',
  bailOutcome: 'Please tell the decision in a way that is safe, and record it.',
  dvpnToCourt: 'Please bring it before the court in time, and record it.',
  dvpo: 'Please check what protection follows, and record what has been arranged.',
  protectionOrder: 'Please check whether it is to be extended, and record what has been arranged.',
  preChargeBail: 'Please find out what follows, and record it.',
  custodyRelease: 'Please check that everything is prepared, and record it.',
  protectionReview: 'Please review the risk while the protection still stands, and record what is to follow it.',
  undatedReview: 'Please find out whether there is a date yet, and record it or that there is none.',
  breachReview: 'Please review the risk and the plan today, and record the result.',
  claresLaw: 'Please answer the application, and record the answer.',
  acknowledgement: 'Please confirm that it has reached you and that you have taken it on.',
  urgentAcknowledgement: 'Please confirm now that it has reached you and that you have taken it on.',
  refusedHandover:
    'Please read the reason, and refer on to another service or record why none is needed. Until then nobody has taken it on.',
  likelyMatch:
    'Somebody in this case may be on record already under another spelling or date of birth. Please look, speak with the other coordinator where the record is theirs, and decide whether it is the same person.',
  consentDecision: 'Please decide where the case goes without consent, and record the decision with its reason.',
  interimDecision:
    'The risk has risen, or the meeting is far off. Please set actions now, call an emergency meeting, or record what protects until then or why nothing is needed.',
  deferralDecision:
    'This case was deferred again. Please read why, and agree that it waits for its meeting, or see that it is heard sooner: take it onto a list, or call it to an emergency meeting.',
  childNotified:
    'Please notify the children’s services of the child, or record that the police or somebody else has. Siblings can be told of together.',
  urgentChildNotified:
    'Please notify the children’s services of the child now, or record that the police or somebody else has. Siblings can be told of together.',
  childServices:
    'Please find out which children’s services answer for the address of the child, and record them. Until then nobody can be notified.',
  schoolTold:
    'Please tell the school before the children are there again, and record it. If the police have told it, or there is none, record that.',
  transferAcknowledgement: 'Please accept the transfer, or say why not. Until then the sending area stays responsible.',
  refusedTransfer:
    'Please settle with the other area who takes the case, and send the transfer again or withdraw it. Until then the sending area stays responsible.',
  repeatFlag: 'Please put it on the next agenda, among the cases that reach twelve months.',
  retentionReview: 'Please decide whether the record is still to be kept, and record the decision.',
};

/** What somebody who has to see to it should do now, where the duty itself is another's. */
const toSeeTo: Readonly<Partial<Record<NoticeRole, string>>> = {
  agencyLead: 'Please see to it that your agency gets this done, or records why it cannot be done.',
  serviceManager: 'Please see who in the service can do it, and allocate it or cover for it.',
  administrator: 'Please see who can do it, and ask for it today.',
  coordinator:
    'Please ask for it. If there is a good reason to wait, acknowledge the escalation with that reason and a next date.',
  supervisor: 'Please see what stands in the way and who can do it.',
  strategicCoordinator: 'Please help those concerned to settle it.',
  chair: 'Please take it up with those responsible. Only an outcome ends these messages.',
  governance: 'Please take it up with those responsible at your level. Only an outcome ends these messages.',
  systemAdministrator:
    'Nobody who should have been told could be reached: people may have left or be away without cover. Please see that the roles are filled, and pass this on.',
};

/** Roles whose own duty a kind is, although they usually only see to it. */
const ownDuty: Readonly<Partial<Record<ClockKind, readonly NoticeRole[]>>> = {
  contactDecision: ['serviceManager'],
  allocation: ['serviceManager'],
  deferralDecision: ['chair'],
  refusedTransfer: ['coordinator'],
  repeatFlag: ['coordinator'],
  retentionReview: ['administrator', 'supervisor'],
};

/** What a recipient should do next about a duty, in one or two sentences, and whether the doing is theirs. */
export function nextStep(kind: ClockKind, role: NoticeRole): { readonly words: string; readonly theirs: boolean } {
  const overseeing = ownDuty[kind]?.includes(role) ? undefined : toSeeTo[role];
  return { words: overseeing ?? toDo[kind], theirs: overseeing === undefined };
}
