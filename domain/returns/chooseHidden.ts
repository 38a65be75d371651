import { mostThatFlows, type Arc } from './networkFlow.ts';

/**
 * A figure of a table that adds up, drawn as an arc: at every node what arrives equals what leaves. A total arrives
 * where its parts leave, so a table with totals both ways is one network.
 */
export interface TableCell {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** A whole number; figures with fractions are scaled up first. */
  readonly value: number;
  readonly isTotal: boolean;
}

/**
 * Which figures of a published table have to be left out so that nobody learns a count of `threshold` or under: those
 * counts themselves, and as few others as a careful choice needs, so that what the printed figures and the sums leave
 * open about each small count is a span wider than the threshold.
 */
export function chooseHidden(cells: readonly TableCell[], threshold: number): ReadonlySet<string> {
  const small = cells.filter(({ value }) => value <= threshold);
  const hidden = new Set(small.map(({ id }) => id));
  for (const cell of small) {
    if (isProtected(cell, cells, hidden, threshold)) continue;
    // Hiding more only ever leaves more open, so whoever is protected already stays so.
    for (const id of cheapestCover(cell, cells, hidden, threshold)) hidden.add(id);
  }
  return hidden;
}

/** Whether the sums leave a hidden figure a span of possible values wider than the threshold. */
function isProtected(
  cell: TableCell,
  cells: readonly TableCell[],
  hidden: ReadonlySet<string>,
  threshold: number,
): boolean {
  const enough = threshold + 1;
  const others = cells.filter(({ id }) => id !== cell.id && hidden.has(id)).map(arcOf);
  const more = mostThatFlows(others, cell.to, cell.from, enough);
  const less = Math.min(cell.value, mostThatFlows(others, cell.from, cell.to, enough));
  return more + less >= enough;
}

function arcOf({ from, to, value }: TableCell): Arc {
  return { from, to, more: Infinity, less: value };
}

/** The figures to leave out, at the least loss, for a hidden figure to become free to be larger by more than the threshold. */
function cheapestCover(
  cell: TableCell,
  cells: readonly TableCell[],
  hidden: ReadonlySet<string>,
  threshold: number,
): string[] {
  const steps = cells
    .filter(({ id }) => id !== cell.id)
    .flatMap((other) => {
      const cost = hidden.has(other.id) ? 0 : lossOf(other);
      const along = { id: other.id, cost, from: other.from, to: other.to };
      return other.value > threshold ? [along, { ...along, from: other.to, to: other.from }] : [along];
    });
  const best = new Map<string, { readonly cost: number; readonly ids: readonly string[] }>([
    [cell.to, { cost: 0, ids: [] }],
  ]);
  for (let improved = true; improved;) {
    improved = false;
    for (const step of steps) {
      const before = best.get(step.from);
      if (!before || before.cost + step.cost >= (best.get(step.to)?.cost ?? Infinity)) continue;
      best.set(step.to, { cost: before.cost + step.cost, ids: [...before.ids, step.id] });
      improved = true;
    }
  }
  const cover = best.get(cell.from);
  if (!cover) throw new Error('A figure that is part of no sum cannot be worked out from one.');
  return [...cover.ids];
}

/** Totals are what readers look for first; of the rest a larger figure is the larger loss. */
function lossOf({ value, isTotal }: TableCell): number {
  return isTotal ? value + 1_000_000 : value;
}
