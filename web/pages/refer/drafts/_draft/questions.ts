import { mostMustNotSee } from '../../../../../contracts/referral.ts';
import { dashQuestions } from '../../../../../domain/dash/questions.ts';
import {
  gradeLabels,
  legalBasisLabels,
  mediumLabels,
  relationshipLabels,
  routeLabels,
} from '../../../../wording/labels.ts';
import { equalityLabels } from '../../../../wording/equality.ts';
import { safeContactQuestions } from '../../../../wording/safeContact.ts';

/** How many children the form has room for before any is named; a saved form has room for as many more than were named. */
export const childRows = 6;
/** As many as the contract takes. */
export const mostChildren = 20;
/** Agencies beside the one that refers: as many as there is room for. */
export const otherAgencies = [1, 2, 3, 4, 5] as const;
/** Practitioners who must see nothing: as many as the contract takes, and how many the form has room for before any is named. */
export const mustNotSeeRows = Array.from({ length: mostMustNotSee }, (_none, row) => row);
export const mustNotSeeRoom = 4;

/** What a referral asks, by the names of its fields: the form and the page to check it say the same. */
export const questionWords: Readonly<Record<string, string>> = {
  area: 'Area the victim lives in',
  'referringAgencies.0': 'Agency that refers',
  ...Object.fromEntries(
    otherAgencies.map((row) => [`referringAgencies.${row}`, 'Agency that refers together with it (if any)']),
  ),
  route: 'Why this comes to MARAC',
  narrative: 'What happened, and why you are worried',
  'victim.givenNames': 'First names',
  'victim.familyName': 'Family name',
  'victim.otherNames': 'Other names they use or used (if any)',
  'victim.dateOfBirth': 'Date of birth',
  'victim.age': 'Age, where the date of birth is not known',
  'victim.address.lines': 'Address',
  'victim.address.postcode': 'Postcode',
  'victim.language': 'Language they speak best, where it is not English',
  'victim.interpreterNeeded': 'An interpreter is needed',
  'victim.equality.sex': 'Sex',
  'victim.equality.ethnicity': 'Ethnic group',
  'victim.equality.sexualOrientation': 'Sexual orientation',
  'victim.equality.genderIdentity': 'Gender identity',
  'victim.equality.disability': 'Disability',
  ...named('safeContact', safeContactQuestions),
  'perpetrator.givenNames': 'First names',
  'perpetrator.familyName': 'Family name',
  'perpetrator.otherNames': 'Other names they use or used (if any)',
  'perpetrator.dateOfBirth': 'Date of birth, if known',
  'perpetrator.age': 'Age, where the date of birth is not known',
  'perpetrator.sex': 'Sex',
  'perpetrator.address.lines': 'Address, if known',
  'perpetrator.address.postcode': 'Postcode of that address',
  'perpetrator.phone': 'Telephone, if known',
  'perpetrator.email': 'Email, if known',
  relationship: 'What they are to the victim',
  ...Object.fromEntries(dashQuestions.map((text, index) => [dashField(index), `${index + 1}. ${text}`])),
  'assessment.remarks': 'Anything to add to the checklist',
  'otherForm.tool': 'Another form, where it was used in place of the checklist',
  'otherForm.version': 'Version of that form',
  'otherForm.count': 'What it came to, as that form counts',
  'otherForm.answers': 'Its questions and answers',
  'otherForm.remarks': 'Anything to add to that form',
  policeGrade: 'Grade of the police, if there is one',
  'consent.given': 'Does the victim agree to the referral?',
  'consent.reason': 'Where they do not: why you share all the same',
  'consent.legalBasis': 'Where they do not: what sharing rests on',
  ...Object.fromEntries(
    mustNotSeeRows.map((row) => [`mustNotSee.${row}`, `Somebody who must see nothing of it (${row + 1})`]),
  ),
  occurredAt: 'When it was referred, where that was not just now',
};

export const otherFormFields = ['tool', 'version', 'count', 'answers', 'remarks'].map((name) => `otherForm.${name}`);

/** Forms that are kept as they are, with their own questions: their count is no count of the checklist. */
export const otherFormLabels = { policeForm: 'A form of the police', DARA: 'DARA', other: 'Another form' } as const;

const yesOrNo = { yes: 'Yes', no: 'No' };

export const dashAnswerLabels = { ...yesOrNo, notKnown: 'Not known' };

/** The words of the answers that one chooses, by the name of the field; areas and agencies are found where they are needed. */
export const answerLabels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  route: routeLabels,
  relationship: relationshipLabels,
  policeGrade: gradeLabels,
  ...named('victim.equality', equalityLabels),
  'victim.interpreterNeeded': yesOrNo,
  'perpetrator.sex': equalityLabels.sex,
  'otherForm.tool': otherFormLabels,
  'safeContact.media': mediumLabels,
  'safeContact.mayLeaveMessage': yesOrNo,
  'consent.given': yesOrNo,
  'consent.legalBasis': legalBasisLabels,
  ...Object.fromEntries(dashQuestions.map((_text, index) => [dashField(index), dashAnswerLabels])),
};

/** The name of the field for an answer of the checklist. */
export function dashField(index: number): string {
  return `assessment.answers.${index}`;
}

function named<T>(at: string, table: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [`${at}.${name}`, value]));
}
