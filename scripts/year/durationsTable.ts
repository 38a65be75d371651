import type { DurationsView } from '../../contracts/views/reportView.ts';
import { yearAreas } from './areas.ts';

const headings: Readonly<Record<string, string>> = {
  screened: 'screened',
  firstAttempt: 'attempt',
  spoke: 'spoke',
  listed: 'listed',
  heard: 'heard',
  actionsEnded: 'actions',
  closed: 'closed',
  supportEnded: 'support',
};

/** Durations by area as a table for a terminal: median and 90th percentile in days. */
export function durationsTable({ groups }: DurationsView): string[] {
  const names = Object.keys(headings);
  const rows = groups.map(({ group, cases, durations }) => [
    yearAreas.find(({ code }) => code === group)?.name ?? group,
    String(cases),
    ...names.map((name) => {
      const found = durations.find(({ duration }) => duration === name);
      return `${days(found?.median)} / ${days(found?.ninetiethPercentile)}`;
    }),
  ]);
  const table = [['', 'cases', ...names.map((name) => headings[name] ?? name)], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return ['Days, median / 90th percentile: actions from the hearing, everything else from the referral', ...lines];
}

function days(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(1);
}
