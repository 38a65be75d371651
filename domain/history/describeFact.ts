import { formatLondonDate, londonDate } from '../calendar/london.ts';
import { describeClockKind } from '../clocks/clockKind.ts';
import { liveDateWords, milestoneWords, proceedingWords } from '../court/words.ts';
import type { SafeContactLimit } from '../idva/outsideSafeContact.ts';
import type { FactData, FactType } from '../lifecycle/caseFact.ts';
import type { ChildPart, SchoolResult } from '../lifecycle/facts/children.ts';
import type { ConsentDecision } from '../lifecycle/facts/referral.ts';

const withoutConsent: Record<ConsentDecision, string> = {
  marac: 'the case goes to MARAC',
  idvaService: 'the IDVA service supports the victim',
  standardRiskService: 'the service of the area supports the victim',
};

const schoolWords: Record<SchoolResult, (children: string) => string> = {
  told: (children) => `The school was told about ${children}.`,
  toldAlready: (children) => `It was noted that the school had been told about ${children} already.`,
  notAtSchool: (children) => `It was noted of ${children} that there is no school to tell.`,
  schoolNotKnown: (children) => `It was noted of ${children} that nobody knows the school.`,
};

const partWords: Record<ChildPart, string> = {
  name: 'the name',
  dateOfBirth: 'the date of birth',
  birth: 'that they are born',
  address: 'the address',
  school: 'the school',
  expectedOn: 'the day they are expected',
};

type Describe = { readonly [T in FactType]: (data: FactData[T]) => string };

const describe: Describe = {
  referralReceived: ({ adopted, repeatOfId }) => {
    if (adopted) return 'The case was taken over.';
    return repeatOfId === null ? 'A referral was received.' : 'A referral was received. It is a repeat.';
  },
  caughtUp: () => 'The case was declared caught up; reminders began.',
  safeguardingHandedOver: () => 'The victim is under 16: the referral was handed to children’s safeguarding.',
  referralAccepted: () => 'The referral was accepted.',
  referralReturned: () => 'The referral was returned as incomplete.',
  referralCompleted: () => 'What was missing from the referral was supplied.',
  referralDeclined: () => 'The referral was declined, with advice to the referrer.',
  riskGraded: ({ grade, overrides, escalation = [] }) =>
    [
      overrides === null ? `The risk was graded ${grade}.` : `The risk was graded ${grade}, raised by judgement.`,
      ...(escalation.length === 0
        ? []
        : [`Events come together to potential escalation: ${escalation.map(formatLondonDate).join(', ')}.`]),
    ].join(' '),
  handedOver: () => 'The case was handed over to a named service.',
  peopleSearchedFor: () => 'Somebody who cannot see this case looked for its people before referring them.',
  referredOn: ({ insteadOfId }) =>
    insteadOfId === null
      ? 'A service outside MARAC was asked to take something on.'
      : 'Another service was asked in place of one that had refused.',
  handoverRefused: () => 'What was handed over was refused.',
  refusalSettled: () => 'It was decided what follows a refusal: nobody else is asked.',
  consentDecisionOwed: () => 'The victim did not consent: where the case goes has to be decided.',
  consentDecided: ({ decision }) => `It was decided without consent: ${withoutConsent[decision]}.`,
  childrenNotified: ({ children, alreadySent }) =>
    alreadySent
      ? `It was noted that children’s services had been told of ${count(children.length, 'child', 'children')} already.`
      : `Children’s services were notified of ${count(children.length, 'child', 'children')}.`,
  childServicesFound: () => 'It was found out which children’s services answer for the address of a child.',
  childAdded: ({ ageBand }) =>
    ageBand === 'unborn' ? 'A child who is not born yet was added.' : 'A child was added who was not in the referral.',
  childPutRight: ({ parts }) =>
    `What stands of a child was put right: ${parts.map((part) => partWords[part]).join(', ')}.`,
  childTakenOut: ({ corrections, schoolTold }) =>
    [
      'A child was taken out of the case: they had been told of by mistake.',
      ...(corrections.length === 0 ? [] : ['Children’s services that had been notified are told so.']),
      ...(schoolTold ? ['A school had been told of them: it is to hear of the mistake too.'] : []),
    ].join(' '),
  schoolsTold: ({ children, result }) => schoolWords[result](count(children.length, 'child', 'children')),
  acknowledged: () => 'A hand-over or notification was acknowledged.',
  adviserAllocated: () => 'The case was given to an adviser.',
  allocationEnded: ({ because }) =>
    `${because === 'left' ? 'The adviser has left' : 'The adviser holds no post as an adviser any more'}: until the case is allocated again their duties are the service’s.`,
  actionSet: ({ urgent }) => (urgent ? 'An urgent action was set.' : 'An action was set.'),
  actionCompleted: () => 'An action was completed.',
  actionNotPossible: () => 'An action became impossible because circumstances changed.',
  actionNotDone: () => 'An action was not done by its agency.',
  actionReassigned: () => 'An action was given to another agency or owner.',
  actionDueMoved: ({ extension }) =>
    extension ? 'An action was given more time.' : 'The due date of an action was moved.',
  caseListed: ({ meetingOn, overflow, because }) =>
    `The case was listed${because === 'heardAgain' ? ' to be heard again' : ''} for ${formatLondonDate(meetingOn)}${overflow ? ', beyond the meeting’s capacity' : ''}.`,
  standsAsHeard: () => 'It is not heard again; it stands as it was heard before.',
  takenOffList: () => 'The case was taken off the list.',
  caseHeard: ({ meetingOn }) => `The case was heard on ${formatLondonDate(meetingOn)}.`,
  heardElsewhere: ({ meetingOn }) =>
    `The case had been heard on ${formatLondonDate(meetingOn)} by a meeting that is not on record here.`,
  caseDeferred: ({ meetingOn }) => `The case was deferred on ${formatLondonDate(meetingOn)}.`,
  interimDecided: ({ decision }) =>
    decision === 'interimPlan'
      ? 'It was decided what protects the victim until a meeting.'
      : 'It was decided that nothing more is needed until a meeting.',
  deferralDecided: ({ decision }) =>
    decision === 'agreed'
      ? 'The chair agreed that the case waits for its next meeting.'
      : 'The chair decided that the next meeting has to hear the case.',
  planReviewed: () => 'The last plan was reviewed.',
  contactAttempted: ({ result, outside = [] }) =>
    `${result === 'spoke' ? 'The adviser spoke to the victim' : 'An attempt was made to reach the victim'}${outsideWords(outside)}.`,
  safeContactChanged: () => 'How the victim can be reached safely was changed.',
  safeContactProposed: () =>
    'A referral says otherwise how the victim can be reached safely. What stood was kept until somebody decides.',
  safeContactProposalSettled: ({ taken }) =>
    taken.length === 0
      ? 'How the victim can be reached safely stays as it stood: nothing a referral said of it was taken over.'
      : `How the victim can be reached safely was changed: of what a referral said, ${count(taken.length, 'answer was', 'answers were')} taken over.`,
  contactSuspended: () => 'Contact was suspended: it was not safe.',
  contactDecided: ({ decision }) => `The service manager decided: contact is ${decision}.`,
  engagementRecorded: () => 'Where the victim stands with the service was recorded.',
  attemptsDecided: ({ decision }) =>
    decision === 'continue' ? 'The service decided to go on trying.' : 'The service decided to stop trying.',
  safetyPlanRecorded: () => 'A safety plan was recorded.',
  safetyPlanReviewed: ({ outcome }) =>
    outcome === 'stands' ? 'A safety plan was reviewed and stands.' : 'A safety plan was reviewed and is to change.',
  victimViewRecorded: () => 'The victim’s view for the meeting was recorded.',
  riskReviewed: ({ change }) =>
    change === 'notComparable' ? 'The risk was assessed anew.' : `The risk was reviewed: ${change}.`,
  outcomeTold: ({ result, outside = [] }) =>
    result === 'told'
      ? `The victim was told the outcome${outsideWords(outside)}.`
      : 'It was decided that there is no safe way to tell the victim.',
  referrerTold: () => 'The referrer was told.',
  supportEnded: () => 'Support by the IDVA ended.',
  proceedingOpened: ({ kind, specialist }) =>
    `${proceedingWords[kind]} proceedings began${specialist ? ' before a specialist domestic violence court' : ''}.`,
  milestoneReached: ({ milestone }) => `In the proceedings: ${milestoneWords[milestone]}.`,
  proceedingEnded: ({ outcome }) => `Proceedings ended: ${outcome}.`,
  liveDateAdded: ({ kind, at }) =>
    at === null
      ? `${liveDateWords[kind]} was added; it has no date${kind === 'releasedUnderInvestigation' ? ' by which it ends' : ''}.`
      : `${liveDateWords[kind]} was added, for ${formatLondonDate(londonDate(at))}.`,
  liveDateOutcome: () => 'The outcome of a hearing, order or bail was recorded.',
  hearingAdjourned: ({ at }) =>
    at === null
      ? 'A hearing was adjourned; there is no new date yet.'
      : `A hearing was adjourned to ${formatLondonDate(londonDate(at))}.`,
  hearingCompanySet: ({ companionIds }) =>
    companionIds.length === 0
      ? 'It was noted that nobody goes along to a hearing.'
      : `It was settled who goes along to a hearing: ${count(companionIds.length, 'person', 'people')}.`,
  resultTold: ({ result, outside = [] }) =>
    result === 'told'
      ? `The victim was told what had been decided${outsideWords(outside)}.`
      : 'It was decided that there is no safe way to tell the victim what had been decided.',
  liveDateMoved: ({ kind, at }) => `${liveDateWords[kind]} now ends on ${formatLondonDate(londonDate(at))}.`,
  liveDateReviewed: ({ change }) => `The risk around an order, bail or release was reviewed: ${change}.`,
  orderBreached: ({ kind }) => `${liveDateWords[kind]} was breached.`,
  liveDateDisposed: ({ disposal }) => `A date that still stood was disposed of: ${disposal}.`,
  caseClosed: () => 'The case was closed at MARAC. The flag runs on.',
  caseReopened: () => 'The case was reopened.',
  caseReopenedUnheard: () => 'The case was reopened; it needs a meeting.',
  caseReopenedUngraded: () => 'The case was reopened; it is to be graded.',
  caseReopenedUnscreened: () => 'The case was reopened; the referral is to be screened.',
  furtherAbuseReported: ({ withinFlag }) =>
    withinFlag ? 'Further abuse was reported: a repeat was opened.' : 'Further abuse was reported.',
  reportTakenOut: ({ newCaseId }) =>
    newCaseId === null
      ? 'A report of further abuse was taken out again: it is about other people.'
      : 'A report of further abuse was taken out again: it is about other people. The repeat that was opened for it was told.',
  repeatTakenBack: ({ hadFlag }) =>
    hadFlag
      ? 'It was found to be no repeat: the report it was opened for is about other people. The flag it had set was taken back.'
      : 'It was found to be no repeat: the report it was opened for is about other people.',
  referralTakenBack: () => 'The referral was taken back. Nothing had come of it but a place on a list.',
  flagSet: ({ endsOn, again }) =>
    again === true
      ? `The repeat flag runs to ${formatLondonDate(endsOn)}, as it had before a later referral that was taken back.`
      : `The repeat flag runs to ${formatLondonDate(endsOn)}.`,
  flagEnded: () => 'The repeat flag ended.',
  transferRequested: ({ toAreaId }) =>
    toAreaId === null
      ? 'A transfer to a MARAC outside was sent. Until it is accepted nothing changes here.'
      : 'A transfer to another area was sent. Until it is accepted nothing changes here.',
  transferAccepted: () => 'The transfer was accepted: the case is the other area’s now.',
  transferredOutside: () => 'The MARAC outside accepted the transfer.',
  transferRefused: () => 'The transfer was refused. The case stays where it was, and both areas settle it.',
  transferWithdrawn: () => 'The transfer was withdrawn. The case stays where it was.',
  reversedPairNoted: () =>
    'The same two people are in another case with the roles reversed. Both coordinators were told.',
  likelyMatchNoted: ({ part }) =>
    `The record of the ${part === 'victim' ? 'victim' : 'person causing harm'} and another record may be of the same person. Somebody has to decide.`,
  likelyMatchDecided: ({ answer, before }) => {
    const what = answer === 'same' ? 'of the same person' : 'of two different people';
    return before === null
      ? `It was decided that two records are ${what}.`
      : `It was decided otherwise than before: two records are ${what}.`;
  },
  repeatFound: () => 'It was found to be a repeat: the same two people are in an accepted case whose flag was running.',
  repeatWithdrawn: () => 'It was found to be no repeat: these are not the same two people as in the earlier case.',
  assessedWithoutReferral: () =>
    'While the flag runs an agency assessed these two anew, without a referral. The coordinator was told.',
  referralMerged: () =>
    'The referral was merged into another case of the same two people: it tells of the same incident.',
  mergeUndone: () => 'The merge was undone. The case stands for itself again and needs a meeting.',
  mergeUndoneUngraded: () => 'The merge was undone. The case stands for itself again.',
  mergeUndoneUnscreened: () => 'The merge was undone. The referral is to be screened.',
  referralJoined: ({ children }) =>
    children.length === 0
      ? 'Another referral of the same incident was merged into this case.'
      : `Another referral of the same incident was merged into this case; it told of ${count(children.length, 'more child', 'more children')}.`,
  referralParted: () => 'A referral that had been merged into this case stands for itself again.',
  twoAreasNoted: () => 'Another area has the same two people before its meeting. Both coordinators were told.',
  victimDied: () => 'The victim died. The record was frozen.',
  deathTakenBack: ({ elsewhere, owed }) => {
    const where = elsewhere === true ? ' in another case of the victim' : '';
    const since = owed.some(({ kind }) => kind === 'retentionReview')
      ? 'The record is held no more, and is reviewed as that of any case that has ended.'
      : 'The record is open again.';
    return `The death was taken back${where}: it had been recorded by mistake. ${since}`;
  },
  caseEnded: () => 'The case ended: nothing is watched any more.',
  recordKept: ({ until }) => `The record was reviewed and is kept until ${formatLondonDate(until)}.`,
  recordErased: () => 'The record was erased: names and words are gone; dates, codes and figures stay.',
  commandParked: () => 'Something could not be recorded because of a fault, and waits to be mended.',
  clockStarted: ({ clock }) => `“${describeClockKind(clock.kind)}” began.`,
  clockMoved: ({ clock }) => `The due date of “${describeClockKind(clock.kind)}” moved.`,
  clockReowned: ({ clock }) => `“${describeClockKind(clock.kind)}” was given to somebody else.`,
  clockPaused: ({ clock }) => `“${describeClockKind(clock.kind)}” was paused.`,
  clockResumed: ({ clock }) => `“${describeClockKind(clock.kind)}” ran on.`,
  clockAcknowledged: ({ clock, until }) =>
    `The escalation of “${describeClockKind(clock.kind)}” was acknowledged until ${formatLondonDate(until)}.`,
  clockEnded: ({ clock }) => `“${describeClockKind(clock.kind)}” ${ends[clock.end?.outcome ?? 'cancelled']}.`,
  rungFired: ({ clock, recipients }) =>
    `“${describeClockKind(clock.kind)}”: ${count(recipients.length, 'person was', 'people were')} reminded.`,
};

const ends = { met: 'was met', metLate: 'was met late', cancelled: 'was cancelled' } as const;

/** What happened, in a plain sentence without a name or a word anybody wrote, so that it may be read by all who read the record. */
export function describeFact<T extends FactType>(type: T, data: FactData[T]): string {
  return describe[type](data);
}

const limitWords: Record<SafeContactLimit, string> = {
  message: 'by a message',
  medium: 'in the way taken',
  time: 'in its time',
};

/** That a contact lay outside of what is safe, and in what; nothing where it did not. */
function outsideWords(outside: readonly SafeContactLimit[]): string {
  return outside.length === 0
    ? ''
    : `, outside of what is safe (${outside.map((limit) => limitWords[limit]).join(', ')})`;
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
