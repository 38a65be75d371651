import { readDash } from '../form/dash.ts';
import { readDate, readMoment, typed } from '../form/dates.ts';
import { nestFields, type Fields } from '../form/fields.ts';
import type { CommandForm, Field } from './commandForm.ts';

/** When it happened, where somebody says so: asked by every form, and left out it is now. */
export const whenFields = { day: 'occurredAtDay', time: 'occurredAtTime' };

/** Makes the body of a command of its form's fields; what belongs to another answer than the one given is left out. */
export function readCommandFields({ fields: asked }: Pick<CommandForm, 'fields'>, fields: Fields): unknown {
  const flat: Record<string, string | readonly string[]> = {};
  const more: Record<string, unknown> = {};
  for (const field of asked) {
    if (field.only && typed(fields, field.only.name) !== field.only.is) continue;
    const read = readField(field, fields);
    if (read.more !== undefined) more[field.name] = read.more;
    Object.assign(flat, read.flat);
  }
  const occurredAt = readMoment(typed(fields, whenFields.day), typed(fields, whenFields.time));
  return { ...nestFields(flat), ...more, ...(occurredAt === undefined ? {} : { occurredAt }) };
}

/** The name on the page of the question that a part of the body answers, by what else was answered. */
export function fieldOnPage({ fields: asked }: Pick<CommandForm, 'fields'>, at: string, fields: Fields): string {
  const field = asked.find(({ name, only }) => name === at && (!only || typed(fields, only.name) === only.is));
  return field?.as ?? at;
}

interface Read {
  readonly flat?: Fields;
  readonly more?: unknown;
}

function readField(field: Field, fields: Fields): Read {
  const { kind, name } = field;
  switch (kind) {
    case 'date':
      return { more: readDate(typed(fields, name)) };
    case 'moment':
    case 'dueMoment':
      return { more: readMoment(typed(fields, `${name}Day`), typed(fields, `${name}Time`)) };
    case 'number':
      return { more: readNumber(typed(fields, name)) };
    case 'yes':
      return { more: typed(fields, name) === 'yes' };
    case 'checkboxes':
    case 'children':
    case 'people':
      return { more: listOf(fields, name) };
    case 'agencies':
      return { more: listOf(fields, name)?.map((agency) => ({ agency, presence: 'present' })) };
    case 'covers':
      return { more: coveredIn(listOf(fields, name) ?? []) };
    case 'disposals':
      return { more: disposalsOf(fields) };
    case 'dash':
      return { more: readDash(fields, name) };
    case 'lines':
      return { flat: linesOf(name, typed(fields, name)) };
    case 'radios':
    case 'select':
    case 'line':
    case 'text':
    case 'agency':
    case 'area':
    case 'meeting':
    case 'lockedMeeting':
    case 'emergencyMeeting':
    case 'ownMeeting':
    case 'child':
    case 'handover':
    case 'sameTwo':
    case 'person':
      return { flat: { [name]: fields[field.as ?? name] ?? '' } };
  }
}

/** Each line as an answer of its own; an empty one is none. */
function linesOf(name: string, text: string): Fields {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return Object.fromEntries(lines.map((line, index) => [`${name}.${index}`, line]));
}

/** What is no number goes on as it was typed: the schema says what is wrong with it. */
function readNumber(text: string): number | string | undefined {
  if (text === '') return undefined;
  return /^\d{1,6}$/.test(text) ? Number(text) : text;
}

/** Several answers; one alone comes as a text. */
function listOf(fields: Fields, name: string): readonly string[] | undefined {
  const value = fields[name];
  if (value === undefined || value === '') return undefined;
  return typeof value === 'string' ? [value] : value;
}

/** Whom a plan is for; nobody, where nothing was chosen, which the contract refuses: left out it would be for everybody. */
function coveredIn(chosen: readonly string[]) {
  return { victim: chosen.includes('victim'), children: chosen.filter((id) => id !== 'victim') };
}

/** What becomes of each date that still stands; those nobody has said anything about are left out. */
function disposalsOf(fields: Fields): unknown {
  const own = Object.entries(fields).filter(([name]) => name.startsWith('liveDates.'));
  const { liveDates = [] } = nestFields(Object.fromEntries(own)) as { liveDates?: readonly { disposal?: string }[] };
  return liveDates.filter(({ disposal }) => disposal !== undefined);
}
