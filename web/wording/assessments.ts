import type { LoneAssessmentView } from '../../contracts/views/loneAssessmentView.ts';
import { counted } from './days.ts';
import { gradeLabels, labelOf, type Labels } from './labels.ts';

export const assessmentStatusLabels: Labels<LoneAssessmentView['status']> = {
  open: 'Leads to MARAC, and not referred',
  referred: 'Referred',
  notReferred: 'Decided not to refer',
  recorded: 'Nothing is owed',
  handedOver: 'Handed over, no answer yet',
  handoverRefused: 'Refused by the service, and nobody has it',
  takenOn: 'Taken on by a service',
  notHandedOver: 'Decided that no service is asked',
};

/** By when what is owed has to be done, where something is: as the heading of a column. */
export const owedByLabels: Partial<Labels<LoneAssessmentView['status']>> = {
  open: 'To be referred by',
  handedOver: 'To be answered by',
  handoverRefused: 'To be settled by',
};

/** What somebody assessed by, and what came of it: `DASH: 15 ticks; high by the police`. */
export function assessedWords({
  tool,
  count,
  policeGrade,
}: Pick<LoneAssessmentView, 'tool' | 'count' | 'policeGrade'>): string {
  const byPolice = policeGrade === null ? null : `${labelOf(gradeLabels, policeGrade).toLowerCase()} by the police`;
  if (tool === 'gradeOnly') return `Graded ${byPolice ?? ''}`.trim();
  const form = count === null ? tool : `${tool}: ${counted(count, 'tick')}`;
  return byPolice === null ? form : `${form}; ${byPolice}`;
}
