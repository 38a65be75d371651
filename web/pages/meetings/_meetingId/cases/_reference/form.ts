import type { CaseTakenView } from '../../../../../../contracts/views/meetingDocumentViews.ts';
import type { WordsView } from '../../../../../../contracts/views/parts.ts';
import { readDate, typed } from '../../../../../form/dates.ts';
import type { Fields } from '../../../../../form/fields.ts';
import { rowOnPage, rowsTyped } from '../../../../../form/rows.ts';

/**
 * Rows for actions; a browser shows each once the one before is begun. Few cases need more, and every row is a dozen
 * choices that have to be there before somebody at the table can type; a case taken again has rows to spare.
 */
export const actionRows = 8;
export const spareActionRows = 3;
export const informationRows = 4;
/** As many as one case may be given at a meeting. */
const mostActions = 40;

/** A row in which nobody typed anything says nothing; one with a choice alone is a row somebody has begun. */
const begun = (fields: Fields, list: string) =>
  rowsTyped(fields, list).filter(([, row]) => Object.keys(row).some((part) => typed(row, part) !== ''));

/** Makes the body of the command of the form; a risk that an action meets counts as named for the case. */
export function readCaseTaken(fields: Fields): unknown {
  const common = { reference: typed(fields, 'reference'), outcome: typed(fields, 'outcome') };
  if (common.outcome === 'deferred') return { ...common, ...given(fields, 'because'), ...given(fields, 'reason') };
  const actions = begun(fields, 'actions').map(([, row]) => actionOf(row));
  const named = fields['risks'] ?? [];
  const risks = [...(typeof named === 'string' ? [named] : named), ...actions.map(({ risk }) => risk ?? '')];
  return {
    ...common,
    ...given(fields, 'presentedBy'),
    ...given(fields, 'decision'),
    ...given(fields, 'minute'),
    risks: [...new Set(risks)].filter((risk) => risk !== ''),
    information: begun(fields, 'information').map(([, row]) => ({ ...given(row, 'agency'), ...given(row, 'words') })),
    actions,
  };
}

function actionOf(row: Fields): { readonly risk?: string } & Record<string, unknown> {
  const due = readDate(typed(row, 'due'));
  return {
    ...given(row, 'description'),
    ...given(row, 'agency'),
    ...given(row, 'risk'),
    urgent: typed(row, 'urgent') === 'yes',
    ...(due === undefined ? {} : { due }),
  };
}

function given(fields: Fields, name: string): Record<string, string> {
  const text = typed(fields, name);
  return text === '' ? {} : { [name]: text };
}

/** The field on the page that a fault in the body is about. */
export function caseTakenField(at: string, fields: Fields): string {
  const kept = (list: string) => begun(fields, list).map(([number]) => number);
  if (at.startsWith('actions')) return rowOnPage(at, 'actions', kept('actions'), 'description');
  return rowOnPage(at, 'information', kept('information'), 'words');
}

/** What was recorded last, as the fields of the form. */
export function caseTakenValues(taken: CaseTakenView | null, usual: Fields): Fields {
  if (!taken) return usual;
  const { outcome, presentedBy, because, risks } = taken;
  const values: Record<string, string | readonly string[]> = {
    ...usual,
    ...{ outcome, because: because ?? '', presentedBy: presentedBy ?? '', risks },
    ...{ reason: textOf(taken.reason), decision: textOf(taken.decision), minute: textOf(taken.minute) },
  };
  for (const [index, { agency, words }] of taken.information.entries()) {
    values[`information.${index}.agency`] = agency ?? '';
    values[`information.${index}.words`] = textOf(words);
  }
  for (const [index, action] of taken.actions.entries()) {
    const field = (part: string) => `actions.${index}.${part}`;
    values[field('description')] = textOf(action.description);
    values[field('agency')] = action.agency ?? '';
    values[field('risk')] = action.risk;
    values[field('urgent')] = action.urgent ? 'yes' : '';
    values[field('due')] = dueOf(action.due);
  }
  return values;
}

function textOf(words: WordsView): string {
  return words?.state === 'open' && typeof words.text === 'string' ? words.text : '';
}

function dueOf(due: CaseTakenView['actions'][number]['due']): string {
  if (due === null) return '';
  return due.type === 'day' ? due.date.split('-').reverse().map(Number).join('/') : due.at;
}

/** What to say of something that was left out, by its place in the body. */
export const caseTakenMissing: Readonly<Record<string, string>> = {
  presentedBy: 'Say who presented the case',
  because: 'Say why it was deferred',
  reason: 'Write why it was deferred',
  ...Object.fromEntries(Array.from({ length: mostActions }, (_, index) => missingOfAction(index)).flat()),
};

function missingOfAction(index: number): [at: string, text: string][] {
  return [
    [`actions.${index}.description`, `Write what action ${index + 1} is`],
    [`actions.${index}.agency`, `Say which agency does action ${index + 1}`],
    [`actions.${index}.risk`, `Say which risk action ${index + 1} meets`],
  ];
}
