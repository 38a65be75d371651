/** What a figure has to come to. */
export interface Target {
  readonly is: 'atMost' | 'atLeast';
  readonly value: number;
}

/** One figure of a row: what it came to, beside what, and whether that is what was aimed at. */
export interface Figure {
  readonly name: string;
  /** What `ours` and `beside` are in; the value itself is a ratio unless there is nothing beside it. */
  readonly unit: string;
  /** The median of our sides, and of the other's; null where there is nothing beside it. */
  readonly ours: number;
  readonly beside: number | null;
  /** The median of the ratios of each pair, or ours itself. */
  readonly value: number;
  /** The ratio of every pair, in the order in which they ran. */
  readonly pairs: readonly number[];
  readonly target: Target;
  readonly met: boolean;
}

/** How much worse a figure may be than the committed one before it is named. */
export const allowedLoss = 0.2;

/** The value in the middle; of an even number, the mean of the two there. Throws for none. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which so much of them lies (0 to 1), between two of them in proportion. Throws for none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) throw new RangeError('Of no values there is no percentile.');
  return low + (high - low) * (place - Math.floor(place));
}

/** A figure out of pairs that ran one after the other: the median of their ratios, ours by the other. */
export function figureOfPairs(
  name: string,
  unit: string,
  pairs: readonly { readonly ours: number; readonly beside: number }[],
  target: Target,
): Figure {
  const ratios = pairs.map(({ ours, beside }) => ours / beside);
  const value = median(ratios);
  const ours = median(pairs.map((pair) => pair.ours));
  const beside = median(pairs.map((pair) => pair.beside));
  return { name, unit, ours, beside, value, pairs: ratios, target, met: isMet(value, target) };
}

/** A figure that stands alone. */
export function figureAlone(name: string, unit: string, values: readonly number[], target: Target): Figure {
  const value = median(values);
  return { name, unit, ours: value, beside: null, value, pairs: values, target, met: isMet(value, target) };
}

/** Whether a value is what was aimed at. */
export function isMet(value: number, { is, value: aim }: Target): boolean {
  return is === 'atMost' ? value <= aim : value >= aim;
}

/** Figures that are worse than they were by more than the allowed loss, in words. */
export function regressions(row: string, before: readonly Figure[], now: readonly Figure[]): readonly string[] {
  return now.flatMap((figure) => {
    const was = before.find(({ name }) => name === figure.name);
    if (!was || !isWorse(was.value, figure.value, figure.target)) return [];
    return [`${row}, ${figure.name}: ${rounded(was.value)} before, ${rounded(figure.value)} now`];
  });
}

function isWorse(before: number, now: number, { is }: Target): boolean {
  return is === 'atMost' ? now > before * (1 + allowedLoss) : now < before * (1 - allowedLoss);
}

/** Three figures that count, as people read them. */
export function rounded(value: number): string {
  if (value === 0) return '0';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString('en-GB', { maximumFractionDigits: Math.min(digits, 4) });
}
