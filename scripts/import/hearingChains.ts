import type { Looked } from './checkCells.ts';

/** The hearings of a case, each before the one it was adjourned to. */
export interface HearingChains {
  readonly inOrder: readonly Looked[];
  /** The row that says it was adjourned from this one. */
  nextAfter(looked: Looked): Looked | undefined;
}

/** Puts hearings in the order in which one was adjourned to the next, and names rows that hang on nothing. */
export function hearingChains(rows: readonly Looked[]): HearingChains {
  const following = Map.groupBy(
    rows.filter(({ cells }) => cells['adjournedFrom']),
    ({ cells }) => cells['adjournedFrom'],
  );
  const nextAfter = ({ cells }: Looked) => following.get(cells['hearingKey'])?.[0];
  const inOrder: Looked[] = [];
  for (const first of rows.filter(({ cells }) => !cells['adjournedFrom']))
    // A key that stands twice may lead back to a row: it is named as a fault where keys are looked at.
    for (let each: Looked | undefined = first; each && !inOrder.includes(each); each = nextAfter(each))
      inOrder.push(each);
  for (const each of rows) checkFrom(each, rows, following, inOrder);
  return { inOrder, nextAfter };
}

function checkFrom(
  looked: Looked,
  rows: readonly Looked[],
  following: ReadonlyMap<string | undefined, readonly Looked[]>,
  inOrder: readonly Looked[],
): void {
  const { cells, fault } = looked;
  const from = cells['adjournedFrom'];
  if (!from) return;
  const before = rows.find((each) => each.cells['hearingKey'] === from);
  if (!before) fault('adjournedFrom', 'No hearing of this case has this key.');
  else if (before.cells['outcome'] !== 'adjourned') fault('adjournedFrom', 'That hearing was not adjourned.');
  else if (following.get(from)?.[0] !== looked) fault('adjournedFrom', 'That hearing was adjourned to an earlier row.');
  else if (!inOrder.includes(looked))
    fault('adjournedFrom', 'These hearings were adjourned from each other in a circle.');
}
