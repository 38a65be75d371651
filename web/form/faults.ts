import type { z } from 'zod';
import { momentProblems } from '../../contracts/moment.ts';
import { meaningOf, type RequestProblem } from '../../contracts/problemCode.ts';

/** Something that has to be put right, with the field it is about; without a field it is about the whole form. */
export interface Fault {
  readonly at: string | null;
  readonly text: string;
}

const whenLeftOut = 'Choose an answer, or fill this in.';
const whenNoDayIsGiven = 'Enter the day, like 9/3/2026.';

/** What is said to people of a day or time of day that is none, for what programs are told of it. */
const inTheirWords: Readonly<Record<string, string>> = {
  [momentProblems.date]: 'Enter a day that exists, like 9/3/2026.',
  [momentProblems.moment]: 'Enter a day that exists, like 9/3/2026, and a time, like 9:30 or 4pm.',
  [momentProblems.either]: 'Enter a day that exists, like 9/3/2026. If you enter a time, write it like 9:30 or 4pm.',
};

/** What a schema found at fault, in words for whoever typed it. */
export function faultsOf(error: z.ZodError, missing: Readonly<Record<string, string>> = {}): Fault[] {
  return error.issues.slice(0, 50).map((issue) => {
    const at = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') return { at: null, text: 'The form has changed since it was opened.' };
    if (issue.code === 'invalid_type' || issue.code === 'invalid_value')
      return { at, text: missing[at] ?? whenLeftOut };
    if (issue.code === 'invalid_union' && issue.message.startsWith('Invalid'))
      return { at: unionAt(issue, at), text: missing[unionAt(issue, at)] ?? whenLeftOut };
    // A day or moment that was not entered at all fits none of the shapes it may have.
    if (issue.code === 'invalid_union' && issue.errors.every(([first]) => first?.code === 'invalid_type'))
      return { at, text: missing[at] ?? whenNoDayIsGiven };
    return { at, text: inTheirWords[issue.message] ?? ofSize(issue, missing[at] ?? whenLeftOut) ?? issue.message };
  });
}

/** What is too long or too little in our words, where the schema leaves that to its library. */
function ofSize(issue: z.core.$ZodIssue, whenNothing: string): string | null {
  if (!/^Too (big|small): /.test(issue.message)) return null;
  if (issue.code === 'too_small') {
    if (issue.origin === 'number' || issue.origin === 'int') return `Write a number from ${issue.minimum}.`;
    return issue.minimum === 1 ? whenNothing : `At least ${issue.minimum} are needed here.`;
  }
  if (issue.code !== 'too_big') return null;
  if (issue.origin === 'string') return `Write at most ${issue.maximum} characters.`;
  return issue.origin === 'array'
    ? `At most ${issue.maximum} can be taken here.`
    : `Write a number up to ${issue.maximum}.`;
}

/** Where a choice decides which fields follow, the choice itself is what is missing. */
function unionAt(issue: z.core.$ZodIssue, at: string): string {
  const { discriminator } = issue as { discriminator?: string };
  if (discriminator === undefined || at.endsWith(discriminator)) return at;
  return at === '' ? discriminator : `${at}.${discriminator}`;
}

/** What a refusal says, beside the fields it names. */
export function faultsOfProblem({ code, parts = [] }: RequestProblem, hasField: (name: string) => boolean): Fault[] {
  const named = parts.filter(({ at }) => hasField(at)).map(({ at, problem }): Fault => ({ at, text: problem }));
  if (named.length > 0) return named;
  if (code === 'KEY_REUSED')
    return [{ at: null, text: 'This form was sent before with something else in it. Check it and send it again.' }];
  return [{ at: null, text: meaningOf(code) }, ...parts.map(({ problem }) => ({ at: null, text: problem }))];
}
