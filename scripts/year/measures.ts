/** The rows of the published table that say who referred. A joint referral counts for each agency in equal parts. */
export const referredByMeasures = [
  'Referred by police',
  'Referred by IDVA',
  "Referred by children's social services",
  'Referred by primary care trust',
  'Referred by secondary care or acute trust',
  'Referred by education',
  'Referred by housing',
  'Referred by mental health',
  'Referred by probation',
  'Referred by voluntary sector',
  'Referred by substance misuse',
  'Referred by adult social services',
  'Referred by other',
] as const;

/** The rows that say what is true of a pair in each of its cases. */
export const flagMeasures = [
  'Minority ethnic cases',
  'LGBT cases',
  'Cases with registered disability',
  'Male victims',
] as const;

/** All twenty rows, in the order of the table and with its spelling. */
export const measures = [
  'Cases',
  'Repeat cases',
  'Children in households',
  ...flagMeasures,
  ...referredByMeasures,
] as const;

export type Measure = (typeof measures)[number];
export type FlagMeasure = (typeof flagMeasures)[number];
export type ReferredByMeasure = (typeof referredByMeasures)[number];
