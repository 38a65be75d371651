/** The three grades of risk, lowest first. */
export const grades = ['standard', 'medium', 'high'] as const;
export type Grade = (typeof grades)[number];

/** Where two grades differ, the higher one; an absent grade loses against any. */
export function higherGrade(a: Grade | null, b: Grade | null): Grade | null {
  if (a === null) return b;
  if (b === null) return a;
  return grades.indexOf(a) >= grades.indexOf(b) ? a : b;
}

/** The grade a DASH count stands for, by the thresholds of the policy in force; null where there is no count. */
export function gradeOfCount(
  count: number | null,
  thresholds: { readonly highFrom: number; readonly mediumFrom: number },
): Grade | null {
  if (count === null) return null;
  if (count >= thresholds.highFrom) return 'high';
  return count >= thresholds.mediumFrom ? 'medium' : 'standard';
}

/** The four ways into MARAC of practice, and the two that Kent and Medway and some areas add. */
export const routes = [
  'visibleHighRisk',
  'professionalJudgement',
  'potentialEscalation',
  'repeat',
  'suicideOrSelfHarm',
  'honourBasedAbuse',
] as const;
export type Route = (typeof routes)[number];
