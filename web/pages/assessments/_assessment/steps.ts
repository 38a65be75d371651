import type { LoneAssessmentView } from '../../../../contracts/views/loneAssessmentView.ts';
import { mayBeHandedOver } from '../../../../domain/assessments/assessmentStanding.ts';
import type { AssessmentRead } from '../../../../usecases/assessments/readAssessment.ts';

/** What can be done with an assessment beside referring it: what its link says, and its address below the assessment. */
export interface Step {
  readonly text: string;
  readonly below: '/not-referred' | '/acknowledgement' | '/refusal' | '/handover' | '/not-handed-over';
}

/** What a reader may do with an assessment as it stands. */
export function stepsOf({ view, maySettle, mayAnswer }: Omit<AssessmentRead, 'ok'>): readonly Step[] {
  const { status, history } = view;
  const waits = status === 'handedOver' || status === 'handoverRefused';
  const steps: readonly (Step & { readonly offered: boolean })[] = [
    {
      text: 'Decide that it leads to no referral',
      below: '/not-referred',
      offered: maySettle && status === 'open',
    },
    {
      text: 'Say that the service takes it on',
      below: '/acknowledgement',
      offered: mayAnswer && status === 'handedOver',
    },
    {
      text: status === 'takenOn' ? 'Give it back' : 'Say that the service does not take it on',
      below: '/refusal',
      offered: mayAnswer && serviceHas(view),
    },
    {
      text: waits ? 'Ask another service' : 'Hand it over to a service',
      below: '/handover',
      offered: maySettle && mayBeHandedOver({ status, history }),
    },
    { text: 'Decide that no service is asked', below: '/not-handed-over', offered: maySettle && waits },
  ];
  return steps.filter(({ offered }) => offered);
}

/** Whether a service has been asked to take it on, or has. */
export function serviceHas({ status }: Pick<LoneAssessmentView, 'status'>): boolean {
  return status === 'handedOver' || status === 'takenOn';
}
