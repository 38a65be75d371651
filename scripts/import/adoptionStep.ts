import { adoptionSchema } from '../../contracts/referral.ts';
import { checklistIn } from './checklistIn.ts';
import { type Cells, checkBody, defined, given, type Looked, several, yesNo } from './checkCells.ts';
import { type RowStep, wholeRow } from './step.ts';

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
  'victim.address.lines': 'victimAddress',
  'victim.address.postcode': 'victimPostcode',
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

/** A child as the referral tells of it, and under which name later requests know it. */
export interface ChildInRow {
  readonly name: string;
  readonly child: object;
}

/** The case as it was referred, with which the taking over begins; its children were looked at where they stand. */
export function adoptionStep(looked: Looked, children: readonly ChildInRow[]): RowStep {
  const body = adoptionOf(looked.cells);
  checkBody(looked, adoptionSchema, body, columnAt);
  if (children.length > mostChildren) looked.fault('caseKey', 'A referral tells of twenty children at most.');
  const told = children.length === 0 ? {} : { children: children.map(({ child }) => child) };
  const makes = children.map(({ name }) => name);
  const step = { name: 'referral', by: 'marac', path: '/adoptions', body: { ...body, ...told }, makes } as const;
  return { looked, column: wholeRow, step };
}

const mostChildren = 20;

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
    assessment: checklistIn(cells, 'dash'),
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
    address: addressOf(cells),
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

function addressOf(cells: Cells): object | undefined {
  const postcode = given(cells, 'victimPostcode');
  const lines = several(cells, 'victimAddress');
  return lines.length === 0 && postcode === undefined ? undefined : defined({ lines, postcode });
}

/** What is no number goes on as it was typed: the contract says what is wrong with it. */
function number(cells: Cells, name: string): number | string | undefined {
  return /^\d{1,3}$/.test(cells[name] ?? '') ? Number(cells[name]) : given(cells, name);
}
