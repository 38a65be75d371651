import type { AnswerRow } from '../../../../../../usecases/meetings/answerAtOnce.ts';
import { typed } from '../../../../../form/dates.ts';
import type { Fields } from '../../../../../form/fields.ts';
import { readCommandFields } from '../../../../../commandForms/readCommandFields.ts';

/** Where the answer about a case is typed: by its reference, so that a list that grew or shrank meanwhile moves no words to another case. */
export const answerField = (reference: string, part: 'result' | 'words'): string =>
  `answers.${reference.replace('-', '')}.${part}`;

/** The references, as fields hold them, of the cases about which something was said. */
function said(fields: Fields): string[] {
  const named = Object.keys(fields).flatMap((name) => /^answers\.([A-Z0-9]{8})\.result$/.exec(name)?.[1] ?? []);
  return named.filter((bare) => partOf(fields, bare, 'result') !== '' || partOf(fields, bare, 'words') !== '');
}

const partOf = (fields: Fields, bare: string, part: 'result' | 'words'): string =>
  typed(fields, answerField(bare, part));

/** Makes the body of the answers as they were filled in; what was left open is left out. */
export function readAnswers(fields: Fields): unknown {
  const answers = said(fields).map((reference) => {
    const [result, words] = [partOf(fields, reference, 'result'), partOf(fields, reference, 'words')];
    // Words beside "knows nothing" are one mistake or the other: whoever typed them says which.
    const isPlain = !(result === 'nothingKnown' && words !== '');
    return { reference, ...(isPlain && result !== '' ? { result } : {}), ...(words === '' ? {} : { words }) };
  });
  return { ...(readCommandFields({ fields: [] }, fields) as object), answers };
}

/** The field that a fault in the answers is about. */
export function answerFieldAt(at: string, fields: Fields): string {
  const [, index, part = 'result'] = /^answers\.(\d+)(?:\.(\w+))?$/.exec(at) ?? [];
  const bare = index === undefined ? undefined : said(fields)[Number(index)];
  return bare === undefined ? at : answerField(bare, part === 'words' ? 'words' : 'result');
}

/** What to say of the answers that were left open, by where in the body they are. */
export const missingAnswers: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => [
    [`answers.${String(index)}.result`, 'Say what the agency answers. Who knows nothing writes no words.'],
    [`answers.${String(index)}.words`, 'Say what it knows, or why it declines.'],
  ]).flat() as [string, string][],
);

/** What could not even be kept, in a sentence; undefined where everything was. */
export function notKept(rows: readonly AnswerRow[]): string | undefined {
  const refused = rows.filter(({ commandId, status }) => status === 'refused' && commandId === null);
  if (refused.length === 0) return undefined;
  return refused
    .map(({ reference, problem }) => `${reference}: ${problem ?? ''}`)
    .join(' ')
    .slice(0, 1_500);
}
