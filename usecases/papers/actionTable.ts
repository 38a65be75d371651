import type { CaseTakenView } from '../../contracts/views/meetingDocumentViews.ts';
import { codeInWords } from '../../domain/papers/codeInWords.ts';
import type { PaperPart } from '../../domain/papers/paper.ts';
import type { Names } from '../office/readNames.ts';
import { dueOnPaper, onPaper } from './paperWords.ts';

/** The actions of one case as a table: what, against which risk, whose, by when. */
export function actionTable(
  actions: readonly Omit<CaseTakenView['actions'][number], 'actionId'>[],
  names: Names,
  nameOf: (id: string | null) => string | null,
): PaperPart {
  const rows = actions.map(({ description, risk, agency, ownerId, urgent, due }) => [
    onPaper(description) ?? '',
    codeInWords(risk),
    [names.agency(agency), nameOf(ownerId)].filter((words) => words !== null).join(', '),
    urgent ? 'Urgent: 24 hours' : dueOnPaper(due),
  ]);
  return { type: 'table', head: ['Action', 'Against', 'Whose', 'Due'], rows };
}
