/** The headings of an agenda in the order in which meetings practise them (SafeLives' guidance for chairs). */
export const agendaHeadings = [
  'confidentiality',
  'unfinishedActions',
  'casesWithChildren',
  'casesWithAdults',
  'reachingTwelveMonths',
  'otherBusiness',
] as const;

/** What decides where a case stands on the agenda; unborn children count as children. */
export interface AgendaCase {
  readonly children: number;
}

/** A case on the agenda, with the number it is called up by. */
export type Numbered<C extends AgendaCase> = C & { readonly number: number };

/** An agenda in its order. Confidentiality and other business are headings alone: what is said there is said on the day. */
export interface Agenda<C extends AgendaCase, A, F> {
  readonly unfinishedActions: readonly A[];
  readonly casesWithChildren: readonly Numbered<C>[];
  readonly casesWithAdults: readonly Numbered<C>[];
  readonly reachingTwelveMonths: readonly F[];
}

/**
 * Puts a meeting's list into the practised order: actions of earlier meetings first, then cases with children, then those
 * with adults only, each in the order in which they were listed and numbered through, then flags that are about to end.
 */
export function agendaOf<C extends AgendaCase, A, F>(
  cases: readonly C[],
  unfinishedActions: readonly A[],
  reachingTwelveMonths: readonly F[],
): Agenda<C, A, F> {
  const withChildren = cases.filter(({ children }) => children > 0);
  const withAdults = cases.filter(({ children }) => children === 0);
  return {
    unfinishedActions,
    casesWithChildren: numbered(withChildren, 1),
    casesWithAdults: numbered(withAdults, withChildren.length + 1),
    reachingTwelveMonths,
  };
}

function numbered<C extends AgendaCase>(cases: readonly C[], first: number): Numbered<C>[] {
  return cases.map((each, index) => ({ ...each, number: first + index }));
}

/** The case to be taken next: the first on the agenda that the meeting has done nothing with yet; null where all are taken. */
export function nextToTake<C extends AgendaCase & { readonly outcome: unknown }>(
  cases: readonly C[],
): Numbered<C> | null {
  const { casesWithChildren, casesWithAdults } = agendaOf(cases, [], []);
  return [...casesWithChildren, ...casesWithAdults].find(({ outcome }) => outcome === null) ?? null;
}
