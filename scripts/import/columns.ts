import { grades, routes } from '../../domain/risk/grade.ts';
import { legalBases, relationships } from '../../contracts/referral.ts';
import { contactMedia } from '../../contracts/safeContact.ts';

/** One column of the file: its name in the first row, the place in the request it fills, and what belongs in it. */
export interface Column {
  readonly name: string;
  /** Where a fault that the contract finds belongs to this column: the beginning of its place. */
  readonly fills: string;
  readonly needed: boolean;
  readonly holds: string;
}

const column = (name: string, fills: string, holds: string, needed = false): Column => ({ name, fills, holds, needed });
const oneOf = (values: readonly string[]) => `one of: ${values.join(', ')}`;
const some = (values: readonly string[]) => `any of: ${values.join(', ')}; several with ";" between them`;
const answer = 'as the equality form of a referral has it; empty: not asked';

/** Every column there is, in the order of the template. */
export const columns: readonly Column[] = [
  column('caseKey', 'caseKey', 'what the old list calls the case: letters, figures and hyphens, each only once', true),
  column('area', 'area', 'the code of the area', true),
  column('referredOn', 'occurredAt', 'the day of the referral, 2026-03-09', true),
  column(
    'agencies',
    'referringAgencies',
    'codes of the agencies that referred, the leading one first, with ";" between them',
    true,
  ),
  column('route', 'route', oneOf(routes), true),
  column('victimGivenNames', 'victim.givenNames', 'given names', true),
  column('victimFamilyName', 'victim.familyName', 'family name', true),
  column('victimDateOfBirth', 'victim.dateOfBirth', 'date of birth, or the age instead'),
  column('victimAge', 'victim.age', 'age in years, where the date of birth is not known'),
  column('victimSex', 'victim.equality.sex', answer),
  column('victimEthnicity', 'victim.equality.ethnicity', answer),
  column('victimOrientation', 'victim.equality.sexualOrientation', answer),
  column('victimGenderIdentity', 'victim.equality.genderIdentity', answer),
  column('victimDisability', 'victim.equality.disability', answer),
  column('victimLanguage', 'victim.language', 'the language they speak best, where it is not English'),
  column('interpreterNeeded', 'victim.interpreterNeeded', 'yes or no; empty: no'),
  column('perpetratorGivenNames', 'perpetrator.givenNames', 'given names', true),
  column('perpetratorFamilyName', 'perpetrator.familyName', 'family name', true),
  column('perpetratorDateOfBirth', 'perpetrator.dateOfBirth', 'date of birth'),
  column('perpetratorAge', 'perpetrator.age', 'age in years, where the date of birth is not known'),
  column('relationship', 'relationship', oneOf(relationships), true),
  column('dash', 'assessment', 'the 24 answers of the checklist in order, each y, n or ?, nothing between them'),
  column('policeGrade', 'policeGrade', oneOf(grades)),
  column('consent', 'consent', 'yes or no', true),
  column('consentReason', 'consent.reason', 'why it is shared without consent'),
  column('legalBasis', 'consent.legalBasis', oneOf(legalBases)),
  column('safeNumbers', 'safeContact.numbers', 'numbers that are safe to call, with ";" between them'),
  column('safeMedia', 'safeContact.media', some(contactMedia), true),
  column('mayLeaveMessage', 'safeContact.mayLeaveMessage', 'yes or no', true),
  column('safeTimes', 'safeContact.safeTimes', 'when the victim can be reached without danger, in words'),
  column('narrative', 'narrative', 'what happened, and why it was referred', true),
  column('acceptedOn', 'acceptedOn', 'the day it was accepted; empty: it is still to be screened'),
  column('gradedOn', 'gradedOn', 'the day it was graded; empty: it is still to be graded'),
  column('judgement', 'judgement.grade', `${oneOf(grades)}; only where judgement raised the grade`),
  column('judgementReason', 'judgement.reason', 'why judgement raised it'),
];

/** The column that a fault at a place of the request belongs to: the one that fills the most of that place. */
export function columnOf(at: string): string {
  const fitting = columns.filter(({ fills }) => at === fills || at.startsWith(`${fills}.`));
  const nearest = fitting.toSorted((one, other) => other.fills.length - one.fills.length)[0];
  return (nearest ?? columns.find(({ fills }) => fills.startsWith(`${at}.`)))?.name ?? 'the row as a whole';
}
