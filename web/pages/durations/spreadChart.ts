import { counted } from '../../wording/days.ts';
import { barsChart } from './barsChart.ts';
import type { SpreadLine } from './present.ts';

/** In how many cases a duration took how long, a bar each span of days; null where it has happened in none. */
export function spreadChart(title: string, lines: readonly SpreadLine[]) {
  const most = Math.max(...lines.map(({ count }) => count));
  if (most === 0) return null;
  const bars = lines.map(({ name, count, share }) => ({
    ...{ name, length: count, figure: `${count} (${share})`, said: counted(count, 'case') },
  }));
  return barsChart({ id: 'spread-chart', title }, bars, { most, ticks: Math.min(4, most), tick: casesAt });
}

/** Nothing needs no unit, and between whole cases stands nothing. */
function casesAt(cases: number): string {
  return Number.isInteger(cases) ? String(cases) : '';
}
