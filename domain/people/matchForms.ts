import type { PersonIdentity } from './identity.ts';
import { nameClosedUp, nameInAnyOrder, nameWords, plainPostcode } from './normalForm.ts';
import { soundOfName } from './soundOfName.ts';

/** By what two records may be of the same person, the surest first. */
export const matchReasons = [
  'fullNameAndDateOfBirth',
  'fullNameAndSwappedDateOfBirth',
  'otherNameAndDateOfBirth',
  'fullNameAndPostcode',
  'fullNameAndNearDateOfBirth',
  'soundAndDateOfBirth',
  'familyNameAndDateOfBirth',
  'givenNameAndDateOfBirth',
  'fullNameDateOfBirthUnknown',
] as const;
export type MatchReason = (typeof matchReasons)[number];

/** By what a match is sure enough for somebody to be asked or told of it; a family name and a birthday are not: twins and cousins have them. */
export const sureReasons: readonly MatchReason[] = matchReasons.slice(
  0,
  matchReasons.indexOf('soundAndDateOfBirth') + 1,
);

/** What a normal form is made of. `fullName` alone tells nobody apart: it is used only where more is known. */
export type MatchFormKind =
  | 'fullNameDob'
  | 'otherNameDob'
  | 'familyDob'
  | 'givenDob'
  | 'soundDob'
  | 'fullNamePostcode'
  | 'fullName'
  | 'fullNameNoDob';

/** One normal form of an identity, as text that is hashed with a key before it is kept anywhere. */
export interface MatchForm {
  readonly kind: MatchFormKind;
  readonly text: string;
}

/** The form by which two records are taken for the same person without anybody being asked; null without a date of birth or a name. */
export function exactForm(identity: PersonIdentity): MatchForm | null {
  return formsToKeep(identity).find(({ kind }) => kind === 'fullNameDob') ?? null;
}

/** The whole name in any order: for finding the same person where only one of few can be meant. */
export function fullNameForm(identity: PersonIdentity): MatchForm {
  return { kind: 'fullName', text: fullName(identity) };
}

/** Every form under which a person is kept to be found again; forms of names without a letter are left out. */
export function formsToKeep(identity: PersonIdentity): readonly MatchForm[] {
  const { givenNames, familyName, otherNames, dateOfBirth: dob, postcode } = identity;
  const name = fullName(identity);
  if (name === '') return [];
  const given = nameWords(givenNames)[0] ?? '';
  const family = nameClosedUp(familyName);
  const forms: MatchForm[] = [fullNameForm(identity)];
  const place = plainPostcode(postcode ?? '');
  if (place) forms.push({ kind: 'fullNamePostcode', text: `${name}|${place}` });
  if (dob === null) return [...forms, { kind: 'fullNameNoDob', text: name }];
  forms.push({ kind: 'fullNameDob', text: `${name}|${dob}` });
  if (family) forms.push({ kind: 'familyDob', text: `${family}|${dob}` });
  if (given) forms.push({ kind: 'givenDob', text: `${given}|${dob}` });
  if (family && given) forms.push({ kind: 'soundDob', text: `${soundOfName(family)} ${soundOfName(given)}|${dob}` });
  for (const other of otherNames ?? []) forms.push({ kind: 'otherNameDob', text: `${nameInAnyOrder(other)}|${dob}` });
  return forms;
}

/** What to look for when a person may be known already: forms others are kept under, and what finding one would mean. */
export function formsToLookFor(identity: PersonIdentity): readonly (MatchForm & { readonly reason: MatchReason })[] {
  const kept = formsToKeep(identity);
  const found = kept.flatMap((form) => {
    const reason = reasonOf[form.kind];
    return reason ? [{ ...form, reason }] : [];
  });
  const dob = identity.dateOfBirth;
  const name = fullName(identity);
  if (name === '') return [];
  if (dob === null) return [...found, { kind: 'fullName', text: name, reason: 'fullNameDateOfBirthUnknown' }];
  found.push({ kind: 'fullNameNoDob', text: name, reason: 'fullNameDateOfBirthUnknown' });
  found.push({ kind: 'otherNameDob', text: `${name}|${dob}`, reason: 'otherNameAndDateOfBirth' });
  for (const { text } of kept.filter(({ kind }) => kind === 'otherNameDob')) {
    found.push({ kind: 'fullNameDob', text, reason: 'otherNameAndDateOfBirth' });
  }
  const swapped = swapDayAndMonth(dob);
  if (swapped) found.push({ kind: 'fullNameDob', text: `${name}|${swapped}`, reason: 'fullNameAndSwappedDateOfBirth' });
  for (const near of nearDates(dob))
    found.push({ kind: 'fullNameDob', text: `${name}|${near}`, reason: 'fullNameAndNearDateOfBirth' });
  return found;
}

const reasonOf: Partial<Record<MatchFormKind, MatchReason>> = {
  fullNameDob: 'fullNameAndDateOfBirth',
  otherNameDob: 'otherNameAndDateOfBirth',
  familyDob: 'familyNameAndDateOfBirth',
  givenDob: 'givenNameAndDateOfBirth',
  soundDob: 'soundAndDateOfBirth',
  fullNamePostcode: 'fullNameAndPostcode',
};

function fullName({ givenNames, familyName }: PersonIdentity): string {
  return nameInAnyOrder(givenNames, familyName);
}

/** The date with day and month swapped, a frequent slip; null where that is no other date. */
function swapDayAndMonth(date: string): string | null {
  const [year = '', month = '', day = ''] = date.split('-');
  return Number(day) <= 12 && day !== month ? `${year}-${day}-${month}` : null;
}

/** Dates that differ from this one in the day, the month or the year alone, as slips of the pen do: the year by 1 or by 10. */
function nearDates(date: string): readonly string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const years = [1, -1, 10, -10].map((by) => `${String(Number(year) + by).padStart(4, '0')}-${month}-${day}`);
  const months = twoDigits(12).map((other) => `${year}-${other}-${day}`);
  const days = twoDigits(31).map((other) => `${year}-${month}-${other}`);
  // A day that no month has finds nobody, and does no harm.
  return [...years, ...months, ...days].filter((near) => near !== date);
}

function twoDigits(last: number): readonly string[] {
  return Array.from({ length: last }, (_none, index) => String(index + 1).padStart(2, '0'));
}
