import pg from 'pg';
import { callers } from './callers.ts';
import { office } from './inventedCases.ts';
import type { OfficeClient } from './officeClient.ts';

/** How many urgent actions a second were set last; nothing before any were. */
let perSecond: number | null = null;

const farAwayMs = 30 * 86_400_000;

/** Sets one urgent action in each case, due at a moment (milliseconds); the first is due once all have been set. */
export async function setUrgentActions(
  client: OfficeClient,
  references: readonly string[],
  offsetOf: (place: number) => number,
): Promise<{ readonly first: number; readonly dueOf: ReadonlyMap<string, number> }> {
  perSecond ??= (await callers(16, 48, (place) => setUrgentAction(client, at(place), Date.now() + farAwayMs)))
    .perSecond;
  const first = Date.now() + (references.length / perSecond) * 1_700 + 15_000;
  const dueOf = new Map<string, number>();
  const got = await callers(16, references.length, async (place) => {
    const due = Math.round(first + offsetOf(place));
    dueOf.set(await setUrgentAction(client, at(place), due), due);
  });
  ({ perSecond } = got);
  if (Date.now() > first) throw new Error('The actions were due before all of them had been set.');
  return { first, dueOf };

  function at(place: number): string {
    return references[place % references.length] ?? '';
  }
}

async function setUrgentAction(client: OfficeClient, reference: string, due: number): Promise<string> {
  const body = {
    ...{ agency: 'housing', risk: 'physicalHarm', description: 'Change the locks.', urgent: true },
    due: new Date(due).toISOString(),
  };
  const { created } = await client.record(office.coordinator, `/cases/${reference}/actions`, body);
  return (created as { actionId: string }).actionId;
}

/** The messages that say of an action that it is due now: of which action, and under which Message-ID. */
export async function dueNowMails(
  databaseUrl: string,
  actionIds: readonly string[],
): Promise<readonly { readonly actionId: string; readonly messageId: string }[]> {
  return asked(
    databaseUrl,
    `SELECT k.subject_id AS "actionId", n.message_id AS "messageId" FROM clock k JOIN notice n ON n.clock_id = k.id
     WHERE k.subject_id = ANY($1::uuid[]) AND n.data->>'label' = 'dueNow'`,
    [actionIds],
  );
}

/** How many of these actions have had their due moment recorded. */
export async function dueNowRungs(client: pg.Client, actionIds: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int FROM rung r JOIN clock k ON k.id = r.clock_id
     WHERE k.subject_id = ANY($1::uuid[]) AND r.label = 'dueNow'`,
    [actionIds],
  );
  return rows[0]?.count ?? 0;
}

/** When the moment of each of these actions was recorded, in milliseconds, by action. */
export async function dueNowRungTimes(
  client: pg.Client,
  actionIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ id: string; at: Date }>(
    `SELECT k.subject_id AS id, min(n.created_at) AS at FROM clock k JOIN notice n ON n.clock_id = k.id
     WHERE k.subject_id = ANY($1::uuid[]) AND n.data->>'label' = 'dueNow' GROUP BY 1`,
    [actionIds],
  );
  return new Map(rows.map(({ id, at }) => [id, at.getTime()]));
}

async function asked<T extends pg.QueryResultRow>(databaseUrl: string, text: string, values: unknown[]): Promise<T[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
