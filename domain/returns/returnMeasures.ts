/** The kinds of agency that the return tells referrals apart by. */
export const referrerCategories = [
  'police',
  'idva',
  'childrensServices',
  'primaryCare',
  'secondaryCare',
  'education',
  'housing',
  'mentalHealth',
  'probation',
  'voluntary',
  'substanceMisuse',
  'adultSocialCare',
  'other',
] as const;
export type ReferrerCategory = (typeof referrerCategories)[number];

/** What the return counts in whole cases and children, in its order. */
export const countedMeasures = [
  'cases',
  'repeats',
  'children',
  'minorityEthnic',
  'lgbt',
  'disabled',
  'maleVictims',
  'victims16or17',
  'perpetratorsUnder18',
] as const;
export type CountedMeasure = (typeof countedMeasures)[number];

/** Every line of the return: what is counted whole, then referrals by who made them. */
export const returnMeasures = [...countedMeasures, ...referrerCategories] as const;
export type ReturnMeasure = CountedMeasure | ReferrerCategory;

const categoryOf: Readonly<Record<string, ReferrerCategory>> = {
  police: 'police',
  'kent-idva-service': 'idva',
  'medway-idva-service': 'idva',
  'childrens-services-kent': 'childrensServices',
  'childrens-services-medway': 'childrensServices',
  'health-primary': 'primaryCare',
  'health-acute': 'secondaryCare',
  education: 'education',
  housing: 'housing',
  'mental-health': 'mentalHealth',
  probation: 'probation',
  voluntary: 'voluntary',
  'substance-misuse': 'substanceMisuse',
  'adult-social-care': 'adultSocialCare',
};

/** The line of the return that a referral by an agency counts in; an agency that has no line of its own is `other`. */
export function referrerCategory(agencyCode: string): ReferrerCategory {
  return categoryOf[agencyCode] ?? 'other';
}

const words: Readonly<Record<ReturnMeasure, string>> = {
  cases: 'Cases heard',
  repeats: 'Repeat cases',
  children: 'Children in households',
  minorityEthnic: 'Minority ethnic cases',
  lgbt: 'LGBT+ cases',
  disabled: 'Cases with a disability',
  maleVictims: 'Male victims',
  victims16or17: 'Victims aged 16 or 17',
  perpetratorsUnder18: 'Persons causing harm aged 17 or under',
  police: 'Referred by police',
  idva: 'Referred by IDVA',
  childrensServices: 'Referred by children’s social care',
  primaryCare: 'Referred by primary care',
  secondaryCare: 'Referred by hospitals',
  education: 'Referred by education',
  housing: 'Referred by housing',
  mentalHealth: 'Referred by mental health',
  probation: 'Referred by probation',
  voluntary: 'Referred by voluntary sector',
  substanceMisuse: 'Referred by substance misuse services',
  adultSocialCare: 'Referred by adult social care',
  other: 'Referred by others',
};

/** A line of the return as people call it. */
export function describeMeasure(measure: ReturnMeasure): string {
  return words[measure];
}
