import { barsChart } from './barsChart.ts';
import type { AgencyLine, StepLine } from './present.ts';

/** How many days each step adds to the way of a case in the middle, in the order of the way; null where none was gone through. */
export function stepsChart(title: string, steps: readonly StepLine[]) {
  const bars = steps.map(({ name, days, figure }) => ({ name, length: days, figure }));
  const longest = Math.max(1, ...steps.map(({ days }) => days));
  return barsChart({ id: 'steps-chart', title }, bars, { most: longest, tick: (days) => `${days}` });
}

/** How much each agency did in time of what was decided; null where nothing is. */
export function agenciesChart(title: string, agencies: readonly AgencyLine[]) {
  const bars = agencies.flatMap(({ name, percent, share, met, late }) =>
    percent === null ? [] : [{ name, length: percent, figure: `${share} (${met} of ${met + late})` }],
  );
  return barsChart({ id: 'agencies-chart', title }, bars, {
    ...{ most: 100, tick: (percent: number) => (percent === 0 ? '0' : `${percent}%`), nameWidth: 16 },
  });
}
