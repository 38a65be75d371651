import fs from 'node:fs';
import path from 'node:path';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { systemClock } from '../../platform/clock.ts';
import { step, type Launch } from '../launch/launch.ts';
import { apiUrl, issuer } from '../launch/programEnvironment.ts';
import { productClient, type ProductClient } from '../year/productClient.ts';
import { governor } from '../year/yearPeople.ts';
import { sendCaseload, type CaseloadOutcome } from './sendCaseload.ts';

/** What a checkout remembers of its first start: the day the caseload is dated by, and whether all of it was sent. */
interface Remembered {
  readonly day: IsoDate;
  readonly done: boolean;
}

/**
 * On the first start of a checkout with a database of its own, sends an invented caseload, so that there is something
 * to look at. A start that was killed in the middle is taken up by the next; `empty` leaves it out for good.
 */
export async function firstCaseload(launch: Launch, empty: boolean): Promise<void> {
  if (launch.env['DATABASE_URL']) return;
  const file = path.join(launch.dataDir, 'caseload.json');
  const remembered = read(file) ?? { day: londonDate(systemClock.now()), done: false };
  if (remembered.done) return;
  const client = productClient({ api: apiUrl(launch), identity: issuer(launch) });
  const leaveOut = empty || (!fs.existsSync(file) && (await hasCases(client)));
  fs.writeFileSync(file, JSON.stringify({ ...remembered, done: leaveOut }));
  if (leaveOut) return;
  const { setbacks } = await step(launch, 'Invented caseload', () => sendCaseload(client, remembered.day), describe);
  for (const { caseKey, command, code, detail } of setbacks) launch.say(`  ${caseKey} ${command}: ${code} ${detail}`);
  fs.writeFileSync(file, JSON.stringify({ ...remembered, done: true }));
}

/** Whether somebody has worked with this database before caseloads were sent on a first start. */
async function hasCases(client: ProductClient): Promise<boolean> {
  const { body } = await client.send({ as: governor(), path: '/cases?limit=1' });
  return ((body['items'] ?? []) as readonly unknown[]).length > 0;
}

function describe({ cases, setbacks }: CaseloadOutcome): string {
  const wrong = setbacks.length === 0 ? '' : `, ${String(setbacks.length)} did not go as planned`;
  return `${String(cases)} cases in thirteen areas${wrong}`;
}

function read(file: string): Remembered | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Remembered;
  } catch {
    return undefined;
  }
}
