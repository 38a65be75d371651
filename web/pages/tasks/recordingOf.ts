import type { TaskView } from '../../../contracts/views/taskView.ts';
import type { ClockKind } from '../../../domain/clocks/clockKind.ts';

/** Where one records what happened: an address below the case or the meeting, and what a link to it says. */
interface Recording {
  readonly path: string;
  readonly label: string;
}

type Task = Pick<TaskView, 'reference' | 'meeting' | 'assessment' | 'subject' | 'side'> & { readonly kind: string };

/** A line for every kind: a new one without does not compile. */
export type Recordings = Readonly<Record<ClockKind, Recording | ((task: Task) => Recording) | null>>;

const attempt = { path: '/contact-attempts', label: 'Record an attempt' };
const action = { path: '/actions/:subjectId/completion', label: 'It is done' };
const told = { path: '/live-dates/:subjectId/result-told', label: 'Record that the victim heard' };
const review = { path: '/live-dates/:subjectId/reviews', label: 'Record the review' };
const outcome = { path: '/live-dates/:subjectId/outcome', label: 'Record the outcome' };
const notify = { path: '/child-notifications', label: 'Notify the services' };
const acknowledge = { path: '/acknowledgements', label: 'Acknowledge it' };
/** After enough attempts without an answer the service decides about the case; a suspension is the victim’s. */
const goOn = { path: '/attempts-decision', label: 'Decide whether to go on trying' };
const aboutContact = { path: '/contact-decision', label: 'Decide about contact' };
const answer = { path: '/transfer-answer', label: 'Answer the transfer' };
/** A MARAC outside answers by letter or telephone, and whoever asked it writes that down. */
const answerOutside = { path: '/outside-transfer-answer', label: 'Record the answer' };
const takeBack = { path: '/transfer-withdrawal', label: 'Take the transfer back' };

/** Steps of a meeting follow one another, and its page offers the next. Null is what ends by itself, or is about no case and no meeting. */
const recordings: Recordings = {
  screen: { path: '/screening', label: 'Screen the referral' },
  incompleteChase: { path: '/completion', label: 'Record what came' },
  highNotReferred: null,
  firstContact: attempt,
  contactAttempts: attempt,
  contactDecision: ({ subject }) => (subject.type === 'case' ? goOn : aboutContact),
  allocation: { path: '/allocation', label: 'Allocate it' },
  engagement: { path: '/engagement', label: 'Record the engagement' },
  safetyPlan: { path: '/safety-plans', label: 'Record the safety plan' },
  agendaOut: { path: '#steps', label: 'Lock the list and send out the agenda' },
  planReview: { path: '/plan-review', label: 'Record the review' },
  researchReturn: { path: '#research', label: 'Return the research' },
  meetingConcluded: { path: '#steps', label: 'Conclude the meeting' },
  minutesOut: { path: '#steps', label: 'Confirm the minutes and send them out' },
  outcomeTold: { path: '/outcome-told', label: 'Record that the victim heard' },
  referrerTold: { path: '/referrer-told', label: 'Record that they were told' },
  action,
  urgentAction: action,
  riskReview: { path: '/risk-reviews', label: 'Record the review' },
  hearing: { path: '/hearings/:subjectId/company', label: 'Settle who goes along' },
  hearingOutcome: outcome,
  hearingTold: told,
  bailOutcome: told,
  dvpnToCourt: outcome,
  dvpo: outcome,
  protectionOrder: outcome,
  preChargeBail: outcome,
  custodyRelease: outcome,
  protectionReview: review,
  undatedReview: review,
  breachReview: review,
  claresLaw: outcome,
  childNotified: notify,
  urgentChildNotified: notify,
  acknowledgement: acknowledge,
  urgentAcknowledgement: acknowledge,
  refusedHandover: { path: '/refusal-settlements', label: 'Record what follows the refusal' },
  consentDecision: { path: '/consent-decision', label: 'Decide where the case goes' },
  likelyMatch: { path: '/likely-matches/:subjectId/decision', label: 'Decide whether it is the same person' },
  interimDecision: { path: '/interim-decision', label: 'Record what protects until then' },
  deferralDecision: { path: '/deferral-decision', label: 'Decide on the deferral' },
  childServices: { path: '/child-services', label: 'Record the services' },
  schoolTold: { path: '/school-tellings', label: 'Record what the schools were told' },
  transferAcknowledgement: ({ side }) => (side === 'asked' ? answer : answerOutside),
  refusedTransfer: ({ side }) => (side === 'asked' ? answer : takeBack),
  repeatFlag: null,
  retentionReview: { path: '/retention', label: 'Keep or erase the record' },
};

/** What is owed of an assessment that stands alone is done on its own page, which offers what may be done. */
const ofAssessment: Partial<Readonly<Record<ClockKind, string>>> = {
  highNotReferred: 'Refer, or decide',
  acknowledgement: 'Answer for the service',
  refusedHandover: 'Say what follows',
};

/** Where a task is done, with the words of its link; null where none fits. */
export function recordingOf(task: Task): { readonly href: string; readonly text: string } | null {
  if (task.assessment !== null) {
    const text = ofAssessment[task.kind as ClockKind];
    return text === undefined ? null : { href: `/assessments/${task.assessment.assessmentId}`, text };
  }
  const line = recordings[task.kind as ClockKind];
  const found = typeof line === 'function' ? line(task) : line;
  if (!found) return null;
  const { path, label } = found;
  if (task.reference !== null) {
    const address = `/cases/${task.reference}${path.replace(':subjectId', task.subject.id)}`;
    return { href: `${address}?then=tasks`, text: label };
  }
  return task.meeting === null ? null : { href: `/meetings/${task.meeting.meetingId}${path}`, text: label };
}
