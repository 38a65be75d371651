import type { DurationsView, QuarterlyReturnView } from '../../contracts/views/reportView.ts';
import { yearAreas } from './areas.ts';
import { catchUp, faultsOfCatchUp, type CaughtUp } from './catchUp.ts';
import { compareReturn, describeComparison, type ReturnComparison } from './compareReturn.ts';
import { countCommands } from './countCommands.ts';
import { durationsTable } from './durationsTable.ts';
import { planYear } from './planYear.ts';
import { productClient, type ProductAddresses, type ProductClient } from './productClient.ts';
import { inMinutes, startProgress, type ProgressOutput } from './progress.ts';
import { publishedYear } from './publishedYear.ts';
import { returnFromReport } from './returnFromReport.ts';
import type { Setback } from './sendCase.ts';
import { plannedMeetings, sendMeetings } from './sendMeetings.ts';
import { sendYear } from './sendYear.ts';
import { governor } from './yearPeople.ts';

export interface YearOptions {
  readonly addresses: ProductAddresses;
  readonly inbox: string;
  /** Codes of the areas to send; all thirteen where none are named. */
  readonly areas: readonly string[];
  readonly output: ProgressOutput;
  readonly say: (line: string) => void;
}

export interface YearOutcome {
  readonly comparison: ReturnComparison;
  readonly setbacks: readonly Setback[];
  readonly caughtUp: CaughtUp;
  /** Whether every cell is as published, nothing was refused, and everything neglected escalated once. */
  readonly ok: boolean;
}

const year = { from: '2012-04-01', to: '2013-03-31' };
const setbacksShown = 12;

/** Sends the published year to a running product, works it to the end, and compares the return it then gives. */
export async function runYear({ addresses, inbox, areas, output, say }: YearOptions): Promise<YearOutcome> {
  const published = publishedYear();
  const chosen = new Set(areas.length > 0 ? areas : yearAreas.map(({ code }) => code));
  const plan = planYear(published).filter(({ areaCode }) => chosen.has(areaCode));
  const meetings = plannedMeetings(published, chosen);
  const commands = countCommands(plan);
  say(
    `The published year: ${counted(plan.length, 'case')}, ${counted(meetings.length, 'meeting')}, ${counted(commands, 'command')}.`,
  );
  const client = productClient(addresses);
  const meetingIds = await sendMeetings(client, meetings);
  const waitForTheEnd = plan.filter(({ neglected }) => neglected).length;
  const progress = startProgress('Sending', commands - waitForTheEnd, output);
  const sent = await sendYear(client, plan, meetingIds, () => progress.step()).finally(() => progress.end());
  const neglected = plan.flatMap((planned) => {
    const reference = sent.references.get(planned.key);
    return planned.neglected && reference !== undefined ? [{ planned, reference }] : [];
  });
  const caughtUp = await catchUp(client, inbox, neglected);
  const setbacks = [...sent.setbacks, ...caughtUp.setbacks];
  for (const line of describeSetbacks(setbacks)) say(line);
  const faults = faultsOfCatchUp(caughtUp);
  for (const line of [describeCatchUp(caughtUp), ...faults]) say(line);
  for (const line of durationsTable(await readDurations(client, chosen))) say(line);
  const comparison = compareReturn(published, returnFromReport(await readReturn(client)), chosen);
  for (const line of describeComparison(comparison)) say(line);
  const ok = comparison.differences.length === 0 && setbacks.length === 0 && faults.length === 0;
  return { comparison, setbacks, caughtUp, ok };
}

async function readReturn(client: ProductClient): Promise<QuarterlyReturnView> {
  const path = `/reports/quarterly-return?from=${year.from}&to=${year.to}`;
  return (await read(client, path)) as unknown as QuarterlyReturnView;
}

/** By area, of the cases received from the month in which the first of them can have come. */
async function readDurations(client: ProductClient, areas: ReadonlySet<string>): Promise<DurationsView> {
  const path = `/reports/durations?from=2012-01&to=2013-03&groupBy=area&areas=${[...areas].join(',')}`;
  return (await read(client, path)) as unknown as DurationsView;
}

async function read(client: ProductClient, path: string): Promise<Readonly<Record<string, unknown>>> {
  const { status, body } = await client.send({ as: governor(), path });
  if (status !== 200) throw new Error(`${path} answers ${String(status)} ${String(body['code'])}.`);
  return body;
}

function describeCatchUp({ cases, escalations, messages }: CaughtUp): string {
  const once = escalations.filter(({ fired }) => fired === 1).length;
  const mail = `${String(messages.arrived)} of ${counted(messages.expected, 'message')} in the inbox`;
  const earlier = cases - messages.cases;
  const where = earlier === 0 ? mail : `${mail}, not counting ${counted(earlier, 'case')} caught up in an earlier run`;
  return `Caught up: ${counted(cases, 'neglected case')}; ${String(once)} of ${counted(escalations.length, 'clock')} escalated once; ${where}.`;
}

function describeSetbacks(setbacks: readonly Setback[]): string[] {
  if (setbacks.length === 0) return [];
  const shown = setbacks.slice(0, setbacksShown);
  const left = setbacks.length - shown.length;
  return [
    `${counted(setbacks.length, 'case')} did not go as planned:`,
    ...shown.map((each) => `  ${each.caseKey} ${each.command}: ${String(each.status)} ${each.code} ${each.detail}`),
    ...(left > 0 ? [`  and ${String(left)} more`] : []),
  ];
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`;
}

/** How long it took, said at the end. */
export function describeTime(seconds: number): string {
  return `All of it took ${inMinutes(seconds)}.`;
}
