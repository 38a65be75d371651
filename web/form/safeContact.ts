import type { z } from 'zod';
import type { safeContactSchema } from '../../contracts/safeContact.ts';
import { nestFields, type Fields } from './fields.ts';
import { readTime, typed } from './dates.ts';
import { rowOnPage } from './rows.ts';

type SafeContact = z.output<typeof safeContactSchema>;

/** How many stretches of safe time a form has room for where nothing is known yet. */
export const windowRows = 4;
/** As many as the contract takes: what is known already must not be lost for want of rows. */
export const mostWindows = 28;

/**
 * How the victim can be reached safely, of fields that all begin with `at`: `safeContact.` within a referral, nothing
 * where the form is about that alone.
 */
export function readSafeContact(fields: Fields, at: string): Record<string, unknown> {
  const { safeWindows: _rows, ...said } = nestFields(fieldsBelow(fields, at));
  const answer = typed(fields, `${at}mayLeaveMessage`);
  const windows = windowsTyped(fields, at).map((number) => readWindow(fields, `${at}safeWindows.${number}`));
  return {
    ...said,
    numbers: linesTyped(fields, `${at}numbers`),
    media: chosenIn(fields, `${at}media`),
    mayLeaveMessage: answer === '' ? undefined : answer === 'yes',
    ...(windows.length === 0 ? {} : { safeWindows: windows }),
  };
}

/** What is written down about reaching a victim as the fields of a form about that alone, in which it is changed. */
export function safeContactValues({
  numbers,
  media,
  mayLeaveMessage,
  safeWindows = [],
  ...words
}: SafeContact): Fields {
  const rows = safeWindows.flatMap(({ days, from, until }, number): [string, string | readonly string[]][] => {
    const row = `safeWindows.${number}`;
    return [
      [`${row}.days`, days],
      [`${row}.from`, from],
      [`${row}.until`, until],
    ];
  });
  const said = Object.entries(words).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const values = { numbers: numbers.join('\n'), media, mayLeaveMessage: mayLeaveMessage ? 'yes' : 'no' };
  return { ...values, ...Object.fromEntries(said), ...Object.fromEntries(rows) } as Fields;
}

/** The field that a part of safe contact comes from: a row of times that was left empty leaves no gap in the body. */
export function safeContactField(at: string, path: string, fields: Fields): string {
  return rowOnPage(path, `${at}safeWindows`, windowsTyped(fields, at), 'from');
}

/** What was typed into a field of several lines, one by one; `;` parts them too. */
export function linesTyped(fields: Fields, name: string): readonly string[] {
  return typed(fields, name)
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The fields below one name, without it: `familyName` of `victim.familyName`. */
export function fieldsBelow(fields: Fields, at: string): Fields {
  const own = Object.entries(fields).filter(([name]) => name.startsWith(at));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(at.length), value]));
}

function readWindow(fields: Fields, row: string): unknown {
  return {
    days: chosenIn(fields, `${row}.days`),
    from: timeOf(fields, `${row}.from`),
    until: timeOf(fields, `${row}.until`),
  };
}

/** What is no time goes on as it was typed: the schema says what is wrong with it. */
function timeOf(fields: Fields, name: string): string | undefined {
  const text = typed(fields, name);
  return text === '' ? undefined : (readTime(text) ?? text);
}

/** The numbers of the rows of times in which somebody typed. */
export function windowsTyped(fields: Fields, at: string): readonly number[] {
  return Array.from({ length: mostWindows }, (_, number) => number).filter((number) => {
    const row = `${at}safeWindows.${number}`;
    return (
      chosenIn(fields, `${row}.days`) !== undefined ||
      typed(fields, `${row}.from`) !== '' ||
      typed(fields, `${row}.until`) !== ''
    );
  });
}

/** What was chosen of several answers; nothing where none was, so that it is found missing. */
function chosenIn(fields: Fields, name: string): readonly string[] | undefined {
  const chosen = [fields[name] ?? []].flat().filter((answer) => answer !== '');
  return chosen.length === 0 ? undefined : chosen;
}
