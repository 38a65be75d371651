import * as Plot from '@observablehq/plot';
import { drawChart, type ChartWords } from '../../drawChart.ts';

const rowHeight = 46;
const margins = { marginTop: 4, marginRight: 34, marginBottom: 44, marginLeft: 8 };
const dark = '#3d2b63';

/** One bar of a chart: `length` is drawn, `figure` is what it says. */
interface Bar {
  readonly name: string;
  readonly length: number;
  readonly figure: string;
  /** What is heard of it; left out, the figure. */
  readonly said?: string;
}

/** How far the bars may reach, and what is written below them. */
interface Scale {
  readonly most: number;
  readonly ticks?: number;
  readonly tick: (at: number) => string;
  /** How much of a name is written, in widths of a letter. */
  readonly nameWidth?: number;
}

/** A bar a line, each with its name above it and its figure at the edge; null where there is no line. */
export function barsChart(
  words: Omit<ChartWords, 'description'>,
  bars: readonly Bar[],
  { most, ticks = 4, tick, nameWidth = 22 }: Scale,
) {
  if (bars.length === 0) return null;
  const label = { y: 'name', dy: 12 - rowHeight / 2, fill: '#0b0c0c' };
  const options: Plot.PlotOptions = {
    ...margins,
    width: 520,
    height: bars.length * rowHeight + margins.marginTop + margins.marginBottom,
    x: { domain: [0, most], ticks, grid: true, label: null, tickFormat: tick },
    y: { domain: bars.map(({ name }) => name), axis: null, padding: 0 },
    marks: [
      Plot.barX(bars, { y: 'name', x: 'length', fill: dark, insetTop: 24, insetBottom: 6 }),
      Plot.text(bars, { ...label, text: 'name', frameAnchor: 'left', lineWidth: nameWidth, textOverflow: 'ellipsis' }),
      Plot.text(bars, { ...label, text: 'figure', frameAnchor: 'right' }),
    ],
  };
  const description = bars.map(({ name, figure, said = figure }) => `${name}: ${said}.`).join(' ');
  return drawChart(options, { ...words, description });
}
