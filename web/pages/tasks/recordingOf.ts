import type { ClockKind } from '../../../domain/clocks/clockKind.ts';

const attempt = { path: '/contact-attempts', label: 'Record an attempt' };
/** After enough attempts without an answer the service decides about the case; a suspension is the victim’s. */
const goOn = { path: '/attempts-decision', label: 'Decide whether to go on trying' };
const action = { path: '/actions/:subjectId/completion', label: 'It is done' };
const told = { path: '/live-dates/:subjectId/result-told', label: 'Record that the victim heard' };
const review = { path: '/live-dates/:subjectId/reviews', label: 'Record the review' };
const outcome = { path: '/live-dates/:subjectId/outcome', label: 'Record the outcome' };
const acknowledge = { path: '/acknowledgements', label: 'Acknowledge it' };

/** Where one records what happened, below the case; kinds that end by themselves, or without a form, are left out. */
const recordings: Partial<Record<ClockKind, { readonly path: string; readonly label: string }>> = {
  screen: { path: '/screening', label: 'Screen the referral' },
  incompleteChase: { path: '/completion', label: 'Record what came' },
  firstContact: attempt,
  contactAttempts: attempt,
  contactDecision: { path: '/contact-decision', label: 'Decide about contact' },
  safetyPlan: { path: '/safety-plans', label: 'Record the safety plan' },
  planReview: { path: '/plan-review', label: 'Record the review' },
  outcomeTold: { path: '/outcome-told', label: 'Record that the victim heard' },
  referrerTold: { path: '/referrer-told', label: 'Record that they were told' },
  riskReview: { path: '/risk-reviews', label: 'Record the review' },
  action,
  urgentAction: action,
  hearingOutcome: outcome,
  dvpnToCourt: outcome,
  claresLaw: outcome,
  hearingTold: told,
  bailOutcome: told,
  protectionReview: review,
  undatedReview: review,
  breachReview: review,
  acknowledgement: acknowledge,
  urgentAcknowledgement: acknowledge,
  transferAcknowledgement: acknowledge,
};

/** The form by which a task is done, with the words of its link; null where none fits. */
export function recordingOf(task: {
  readonly kind: string;
  readonly reference: string | null;
  readonly subject: { readonly type: string; readonly id: string };
}): { readonly href: string; readonly text: string } | null {
  const isAboutAttempts = task.kind === 'contactDecision' && task.subject.type === 'case';
  const found = isAboutAttempts ? goOn : recordings[task.kind as ClockKind];
  // A duty of a meeting is done on the page of the meeting.
  if (!found || task.reference === null) return null;
  const path = found.path.replace(':subjectId', task.subject.id);
  return { href: `/cases/${task.reference}${path}?then=tasks`, text: found.label };
}

/** The forms tasks lead to, as the table of commands has their addresses, so that a test finds one that is gone. */
export const recordingPaths: readonly string[] = [goOn, ...Object.values(recordings)].map(({ path }) =>
  path.startsWith('/actions/') ? path.replace(':subjectId', ':actionId') : path.replace(':subjectId', ':liveDateId'),
);
