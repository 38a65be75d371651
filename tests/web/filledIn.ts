import type { Part, Sent } from './reader.ts';

/** What is answered in a form, by the names of its fields. */
export type Answers = Readonly<Record<string, string>>;

/** With what somebody fills in a form: a date as people type it, and what they write where words are asked for. */
export interface Filling {
  readonly today: string;
  readonly later: string;
  readonly words: string;
}

/**
 * A form answered as somebody might: what stands there is kept, of each question the first answer is chosen, and what is written
 * or typed is something sensible. What is said here of single fields counts before that; `null` leaves a field out.
 */
export function filledIn(
  { document }: Sent,
  filling: Filling,
  said: Readonly<Record<string, string | null>> = {},
): Answers {
  const form = document.querySelector('main form[method="post"]');
  const answers: Record<string, string> = {};
  for (const field of form?.querySelectorAll('input[name], textarea[name], select[name]') ?? []) {
    const name = field.getAttribute('name') ?? '';
    if (name in answers || isPassedOver(form, field, name)) continue;
    const value = valueOf(field, name, filling);
    if (value !== '') answers[name] = value;
  }
  for (const [name, value] of Object.entries(said))
    if (value === null) delete answers[name];
    else answers[name] = value === lastChoice ? lastOf(form, name) : value;
  return answers;
}

/** One answer of a question in which another is chosen. */
function isPassedOver(form: Part | null, field: Part, name: string): boolean {
  if (field.getAttribute('type') !== 'radio' || field.getAttribute('checked') !== null) return false;
  return (form?.querySelector(`input[name="${name}"][checked]`) ?? null) !== null;
}

function valueOf(field: Part, name: string, filling: Filling): string {
  if (leftOpen.test(name)) return '';
  const standing = field.getAttribute('value') ?? '';
  if (field.localName === 'select') {
    const chosen = field.querySelector('option[selected]') ?? field.querySelector('option[value]:not([value=""])');
    return chosen?.getAttribute('value') ?? '';
  }
  if (field.localName === 'textarea') return field.textContent?.trim() || filling.words;
  const type = field.getAttribute('type') ?? 'text';
  return type === 'text' && standing === '' ? typedFor(field, name, filling) : standing;
}

/**
 * Left open: when it happened, for it happened now; how old somebody is, whose date of birth is given; at what times contact is safe;
 * by when what a meeting sets is due; and words beside an answer that nothing is known.
 */
const leftOpen = /^occurredAt|\.age$|^age$|safeWindows|\.due$|^answers\..*words$/;
/** An answer to a question: the last that can be chosen. */
export const lastChoice = '(the last)';

function typedFor(field: Part, name: string, { today, words }: Filling): string {
  if (field.closest('.moj-datepicker')) return today;
  // The day is today, whatever the hour: a time that has come.
  if (name.endsWith('Time')) return '00:00';
  if (/postcode/i.test(name)) return 'ME14 1XX';
  if (/email/i.test(name)) return 'somebody.new@kent.example';
  return field.getAttribute('inputmode') === 'numeric' ? '3' : words;
}

function lastOf(form: Part | null, name: string): string {
  const options = [...(form?.querySelectorAll(`select[name="${name}"] option`) ?? [])];
  return options.at(-1)?.getAttribute('value') ?? '';
}
