import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities/createActivities.ts';
import type { Finding } from '../../activities/finding.ts';
import { epochMs, instantAt, londonDate, startOfLondonDay } from '../../domain/calendar/london.ts';
import { lifeSign } from '../lifeSign.ts';

const { checkDrift, checkWorkflows } = proxyActivities<Activities>({
  startToCloseTimeout: '10 minutes',
  ...lifeSign,
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes', maximumAttempts: 8 },
});

/** Every case is compared with its record once in so many nights. */
const nights = 7;
/** Findings kept with the result; all of them are in the log. */
const mostKept = 200;

export interface DriftReport {
  readonly checked: number;
  readonly found: number;
  readonly findings: readonly Finding[];
}

/**
 * One night's round: tonight's share of all cases is compared with its record, read model and workflow, and every
 * case and flag has to have a workflow that runs. What differs is mended; the findings are the result.
 */
export async function driftCheck(everything = false): Promise<DriftReport> {
  const share = everything ? { share: 0, of: 1 } : { share: nightNumber() % nights, of: nights };
  let report = addTo({ checked: 0, found: 0, findings: [] }, await checkWorkflows());
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof checkDrift>> = await checkDrift({ ...share, after });
    report = addTo(report, page);
    after = page.next;
  } while (after !== null);
  return report;
}

/** Makes sure that every case and every flag has a workflow that runs: a case without one is deaf, and its clocks stand. */
export async function workflowCheck(): Promise<DriftReport> {
  return addTo({ checked: 0, found: 0, findings: [] }, await checkWorkflows());
}

function addTo(report: DriftReport, more: { readonly checked: number; readonly findings: readonly Finding[] }) {
  return {
    checked: report.checked + more.checked,
    found: report.found + more.findings.length,
    findings: [...report.findings, ...more.findings].slice(0, mostKept),
  };
}

/** The number of a London day, counted on without end. */
function nightNumber(): number {
  return Math.round(epochMs(startOfLondonDay(londonDate(instantAt(Date.now())))) / 86_400_000);
}
