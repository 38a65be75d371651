import type { ProblemCode } from '../../contracts/problemCode.ts';
import { columnAbout } from './columnAbout.ts';
import { type Sender, type StepCell, wholeRow } from './step.ts';

/** Why the product refuses a request, as it says so. */
export interface Refused {
  readonly code: string;
  readonly title: string;
  readonly parts?: readonly { readonly at: string; readonly problem: string }[];
}

/** What the product says of requests, in words of whoever has the file. */
const inWordsOfTheFile: Readonly<Record<Sender, Readonly<Record<string, string>>>> = {
  marac: {
    KEY_REUSED:
      'This was taken over before with something else in it. Put back what stood here, and change it in the product.',
    SENT_BY_ANOTHER:
      'Somebody else has taken over a case under this key. Where it is this case, they have to go on (--as); otherwise give it another key.',
    NOT_ALLOWED: 'Whoever takes the cases over holds no post by which they may do this in this area.',
    NOT_FOUND: 'Whoever takes the cases over has no part in this case, or must not see it.',
    NO_ACCESS: 'Whoever takes the cases over has no part in this case, or must not see it.',
  },
  service: {
    KEY_REUSED:
      'This was taken over before with something else in it. Put back what stood here, and change it in the product.',
    SENT_BY_ANOTHER: 'Somebody else has said this for the IDVA service already. They have to go on (--service).',
    NOT_ALLOWED: 'Whoever speaks for the IDVA service holds no post by which they may say this.',
    NOT_FOUND:
      'Whoever speaks for the IDVA service has no part in this case: they are of another service, or must not see it.',
    NO_ACCESS:
      'Whoever speaks for the IDVA service has no part in this case: they are of another service, or must not see it.',
  },
};

/** A case begins in an area, where whoever takes it over has to hold a post, and under a key of its own. */
const ofTheWholeRow: Readonly<Record<string, string>> = { NOT_ALLOWED: 'area', SENT_BY_ANOTHER: 'caseKey' };

/** The cell for which the product refuses a request, and why, in a sentence that holds nothing of the file. */
export function refusedAt(
  { column, cells }: StepCell,
  by: Sender,
  { code, title }: Refused,
): { readonly column: string; readonly problem: string } {
  const usual = column === wholeRow ? (ofTheWholeRow[code] ?? column) : column;
  return {
    column: columnAbout(code as ProblemCode, cells) ?? usual,
    problem: inWordsOfTheFile[by][code] ?? title,
  };
}
