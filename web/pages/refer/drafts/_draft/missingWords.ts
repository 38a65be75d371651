import { dashQuestionCount } from '../../../../../domain/dash/questions.ts';
import { mostWindows } from '../../../../form/safeContact.ts';
import { safeContactMissing } from '../../../../wording/safeContact.ts';
import { mostChildren, dashField } from './questions.ts';

const numbered = (count: number, wordOf: (index: number) => readonly [string, string]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => wordOf(index)));

/** What to say of a field of the referral that was left empty. */
export const missingWords: Readonly<Record<string, string>> = {
  area: 'Choose the area the victim lives in.',
  'referringAgencies.0': 'Choose the agency that refers.',
  referringAgencies: 'Choose the agency that refers.',
  route: 'Say why this comes to MARAC.',
  relationship: 'Say what the perpetrator is to the victim.',
  narrative: 'Say what happened and why you refer it.',
  'victim.givenNames': 'Write the victim’s first names.',
  'victim.familyName': 'Write the victim’s family name.',
  'perpetrator.givenNames': 'Write the perpetrator’s first names.',
  'perpetrator.familyName': 'Write the perpetrator’s family name.',
  'victim.equality': 'Answer the questions about equality; “not asked” is an answer.',
  'victim.equality.sex': 'Choose an answer; “not asked” is one.',
  'victim.equality.ethnicity': 'Choose an answer; “not asked” is one.',
  'victim.equality.sexualOrientation': 'Choose an answer; “not asked” is one.',
  'victim.equality.genderIdentity': 'Choose an answer; “not asked” is one.',
  'victim.equality.disability': 'Choose an answer; “not asked” is one.',
  'consent.given': 'Say whether the victim agrees to the referral.',
  'consent.reason': 'Say why you share without consent.',
  'consent.legalBasis': 'Choose what sharing without consent rests on.',
  'assessment.tool': 'Say which form it was, or leave all of it out.',
  'assessment.version': 'Write which version of the form it was, as it stands on it.',
  ...safeContactMissing('safeContact.', mostWindows),
  ...numbered(dashQuestionCount, (index) => [
    dashField(index),
    `Question ${String(index + 1)}: choose yes, no or not known.`,
  ]),
  ...numbered(mostChildren, (index) => [`children.${String(index)}.givenNames`, 'Write the child’s first names.']),
  ...numbered(mostChildren, (index) => [`children.${String(index)}.familyName`, 'Write the child’s family name.']),
  ...numbered(mostChildren, (index) => [`children.${String(index)}.dateOfBirth`, 'Write the child’s date of birth.']),
};
