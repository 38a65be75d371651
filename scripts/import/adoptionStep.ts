import { adoptionSchema } from '../../contracts/referral.ts';
import { dashVersion } from '../../domain/dash/questions.ts';
import { type Cells, checkBody, defined, given, type Looked, several, yesNo } from './checkCells.ts';
import type { Step } from './step.ts';

/** The column that fills each place of the request. */
const columnAt = {
  occurredAt: 'referredOn',
  area: 'area',
  referringAgencies: 'agencies',
  route: 'route',
  'victim.givenNames': 'victimGivenNames',
  'victim.familyName': 'victimFamilyName',
  'victim.dateOfBirth': 'victimDateOfBirth',
  'victim.age': 'victimAge',
  'victim.equality.sex': 'victimSex',
  'victim.equality.ethnicity': 'victimEthnicity',
  'victim.equality.sexualOrientation': 'victimOrientation',
  'victim.equality.genderIdentity': 'victimGenderIdentity',
  'victim.equality.disability': 'victimDisability',
  'victim.language': 'victimLanguage',
  'victim.interpreterNeeded': 'interpreterNeeded',
  'perpetrator.givenNames': 'perpetratorGivenNames',
  'perpetrator.familyName': 'perpetratorFamilyName',
  'perpetrator.dateOfBirth': 'perpetratorDateOfBirth',
  'perpetrator.age': 'perpetratorAge',
  relationship: 'relationship',
  assessment: 'dash',
  policeGrade: 'policeGrade',
  consent: 'consent',
  'consent.reason': 'consentReason',
  'consent.legalBasis': 'legalBasis',
  'safeContact.numbers': 'safeNumbers',
  'safeContact.media': 'safeMedia',
  'safeContact.mayLeaveMessage': 'mayLeaveMessage',
  'safeContact.safeTimes': 'safeTimes',
  narrative: 'narrative',
} as const;

/** The case as it was referred, with which the taking over begins. */
export function adoptionStep(looked: Looked): Step {
  const body = adoptionOf(looked.cells);
  checkBody(looked, adoptionSchema, body, columnAt);
  return { name: 'referral', by: 'marac', path: '/adoptions', body };
}

function adoptionOf(cells: Cells): object {
  const text = (name: string) => given(cells, name);
  return defined({
    occurredAt: text('referredOn'),
    area: text('area'),
    referringAgencies: several(cells, 'agencies'),
    route: text('route'),
    victim: victimOf(cells),
    perpetrator: defined({
      givenNames: text('perpetratorGivenNames'),
      familyName: text('perpetratorFamilyName'),
      dateOfBirth: text('perpetratorDateOfBirth'),
      age: number(cells, 'perpetratorAge'),
    }),
    relationship: text('relationship'),
    assessment: text('dash') === undefined ? undefined : dashOf(cells['dash'] ?? ''),
    policeGrade: text('policeGrade'),
    consent: defined({ given: yesNo(cells, 'consent'), reason: text('consentReason'), legalBasis: text('legalBasis') }),
    safeContact: defined({
      numbers: several(cells, 'safeNumbers'),
      media: several(cells, 'safeMedia'),
      mayLeaveMessage: yesNo(cells, 'mayLeaveMessage'),
      safeTimes: text('safeTimes'),
    }),
    narrative: text('narrative'),
  });
}

function victimOf(cells: Cells): object {
  const text = (name: string) => given(cells, name);
  const asked = (name: string) => text(name) ?? 'notAsked';
  return defined({
    givenNames: text('victimGivenNames'),
    familyName: text('victimFamilyName'),
    dateOfBirth: text('victimDateOfBirth'),
    age: number(cells, 'victimAge'),
    language: text('victimLanguage'),
    interpreterNeeded: text('interpreterNeeded') === undefined ? false : yesNo(cells, 'interpreterNeeded'),
    equality: {
      sex: asked('victimSex'),
      ethnicity: asked('victimEthnicity'),
      sexualOrientation: asked('victimOrientation'),
      genderIdentity: asked('victimGenderIdentity'),
      disability: asked('victimDisability'),
    },
  });
}

/** What is no number goes on as it was typed: the contract says what is wrong with it. */
function number(cells: Cells, name: string): number | string | undefined {
  return /^\d{1,3}$/.test(cells[name] ?? '') ? Number(cells[name]) : given(cells, name);
}

const letters: Readonly<Record<string, string>> = { y: 'yes', n: 'no', '?': 'notKnown' };

function dashOf(cell: string): object {
  return { tool: 'DASH', version: dashVersion, answers: [...cell.toLowerCase()].map((letter) => letters[letter]) };
}
