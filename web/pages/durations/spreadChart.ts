import * as Plot from '@observablehq/plot';
import { drawChart } from '../../drawChart.ts';
import { counted } from '../../wording/days.ts';
import type { SpreadLine } from './present.ts';

const rowHeight = 46;
const margins = { marginTop: 4, marginRight: 34, marginBottom: 44, marginLeft: 8 };
const dark = '#3d2b63';

/** In how many cases a duration took how long, a bar each span of days; null where it has happened in none. */
export function spreadChart(title: string, lines: readonly SpreadLine[]) {
  const most = Math.max(...lines.map(({ count }) => count));
  if (most === 0) return null;
  const label = { y: 'name', dy: 12 - rowHeight / 2, fill: '#0b0c0c' };
  const options: Plot.PlotOptions = {
    ...margins,
    width: 520,
    height: lines.length * rowHeight + margins.marginTop + margins.marginBottom,
    x: { domain: [0, most], ticks: Math.min(4, most), grid: true, label: null, tickFormat: casesAt },
    y: { domain: lines.map(({ name }) => name), axis: null, padding: 0 },
    marks: [
      Plot.barX(lines, { y: 'name', x: 'count', fill: dark, insetTop: 24, insetBottom: 6 }),
      Plot.text(lines, { ...label, text: 'name', frameAnchor: 'left' }),
      Plot.text(lines, {
        ...label,
        text: ({ count, share }: SpreadLine) => `${count} (${share})`,
        frameAnchor: 'right',
      }),
    ],
  };
  const description = lines.map(({ name, count }) => `${name}: ${counted(count, 'case')}.`).join(' ');
  return drawChart(options, { id: 'spread-chart', title, description });
}

/** Nothing needs no unit, and between whole cases stands nothing. */
function casesAt(cases: number): string {
  return Number.isInteger(cases) ? String(cases) : '';
}
