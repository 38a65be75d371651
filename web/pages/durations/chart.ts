import * as Plot from '@observablehq/plot';
import { drawChart } from '../../drawChart.ts';
import type { GroupLine } from './present.ts';

const rowHeight = 64;
const margins = { marginTop: 4, marginRight: 34, marginBottom: 44, marginLeft: 8 };
const dark = '#3d2b63';
const light = '#d9d2e9';

/** Half and nine in ten of the cases of each group, as a dark bar within a light one; null where nothing is measured. */
export function durationsChart(title: string, lines: readonly GroupLine[]) {
  const rows = lines.filter(({ count }) => count > 0);
  if (rows.length === 0) return null;
  const longest = Math.max(1, ...rows.map(({ ninetiethPercentile }) => ninetiethPercentile ?? 0));
  const label = { y: 'name', dy: 14 - rowHeight / 2, fill: '#0b0c0c' };
  const options: Plot.PlotOptions = {
    ...margins,
    width: 520,
    height: rows.length * rowHeight + margins.marginTop + margins.marginBottom,
    x: { domain: [0, longest], nice: true, ticks: 4, grid: true, label: null, tickFormat: daysAt },
    y: { domain: rows.map(({ name }) => name), axis: null, padding: 0 },
    marks: [
      Plot.barX(rows, { y: 'name', x: 'ninetiethPercentile', fill: light, stroke: dark, insetTop: 27, insetBottom: 9 }),
      Plot.barX(rows, { y: 'name', x: 'median', fill: dark, insetTop: 34, insetBottom: 16 }),
      Plot.text(rows, { ...label, text: 'name', frameAnchor: 'left', lineWidth: 16, textOverflow: 'ellipsis' }),
      Plot.text(rows, { ...label, text: bothFigures, frameAnchor: 'right' }),
    ],
  };
  return drawChart(options, { id: 'durations-chart', title, description: describe(rows) });
}

/** Nothing needs no unit, and at the edge has no room for it. */
function daysAt(days: number): string {
  if (days === 0) return '0';
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

function bothFigures({ median, ninetiethPercentile }: GroupLine): string {
  return `${median} and ${ninetiethPercentile} days`;
}

function describe(rows: readonly GroupLine[]): string {
  const said = rows.map(
    ({ name, half, nineInTen }) => `${name}: half within ${half}, nine in ten within ${nineInTen}.`,
  );
  return said.join(' ');
}
