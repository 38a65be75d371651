import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withClient } from '../../scripts/postgres/prepareDatabases.ts';
import { planYear } from '../../scripts/year/planYear.ts';
import { productClient } from '../../scripts/year/productClient.ts';
import { publishedYear } from '../../scripts/year/publishedYear.ts';
import { runYear, type YearOutcome } from '../../scripts/year/runYear.ts';
import { sendCase } from '../../scripts/year/sendCase.ts';
import { plannedMeetings, sendMeetings } from '../../scripts/year/sendMeetings.ts';
import { startPrograms, type StartedPrograms } from './startPrograms.ts';

/** Forty-seven cases with all that was done in them, sent by HTTP one command after the other. */
const aWhile = 600_000;
const area = 'sevenoaks';

describe('the published year of Sevenoaks', { timeout: aWhile }, () => {
  let product: StartedPrograms;
  const said: string[] = [];
  const run = (): Promise<YearOutcome> =>
    runYear({
      addresses: product.addresses,
      inbox: product.inbox,
      areas: [area],
      output: { write: () => true },
      say: (line) => said.push(line),
    });

  beforeAll(async () => {
    product = await startPrograms();
  }, aWhile);
  afterAll(() => product?.stop());

  it('can be interrupted in the middle of its cases', async () => {
    const table = publishedYear();
    const client = productClient(product.addresses);
    const meetings = await sendMeetings(client, plannedMeetings(table, new Set([area])));
    const cases = planYear(table).filter((planned) => planned.areaCode === area && planned.repeatOf === null);
    const moved = cases.find(({ life }) => life.some(({ type }) => type === 'moveActionDue'));
    if (!moved) throw new Error('No action of the plan is moved.');
    const upToTheMove = moved.life.findIndex(({ type }) => type === 'moveActionDue') + 1;
    const halves = cases.slice(0, 3).map((planned) => ({ ...planned, life: planned.life.slice(0, 5) }));
    const sent = await Promise.all(
      [{ ...moved, life: moved.life.slice(0, upToTheMove) }, ...halves.filter(({ key }) => key !== moved.key)].map(
        (planned) => sendCase(client, planned, meetings, () => undefined),
      ),
    );
    expect(sent.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('goes on from there, is worked to closure, and is reported back without one cell’s difference', async () => {
    const outcome = await run();
    expect({ ...outcome, said }).toMatchObject({ setbacks: [], comparison: { cells: 20, differences: [] } });
    expect(said).toContain('20 cells, 0 differences');
  });

  it('leaves every case closed but the neglected one', async () => {
    const stages = await withClient(product.databaseUrl, (client) =>
      client.query<{ stage: string; silent: boolean; cases: number }>(
        'select stage, silent, count(*)::int as cases from "case" group by stage, silent order by stage',
      ),
    );
    expect(stages.rows).toEqual([
      { stage: 'closed', silent: true, cases: 46 },
      { stage: 'heard', silent: false, cases: 1 },
    ]);
  });

  it('escalates the neglected one once, however long ago it was due, and reminds nobody of the others', async () => {
    const sent = await withClient(product.databaseUrl, (client) =>
      client.query<{ cases: number; past: number }>(
        `select count(distinct c.id)::int as cases, count(*) filter (where m.on_date < current_date)::int as past
         from notice n left join "case" c on c.id = n.case_id left join meeting m on m.id = n.case_id`,
      ),
    );
    // Agencies are invited to meetings that are to come, and to none of that year.
    expect(sent.rows).toEqual([{ cases: 1, past: 0 }]);
    const rungs = await withClient(product.databaseUrl, (client) =>
      client.query<{ kind: string; fired: number }>(
        `select clock.kind, count(*)::int as fired from rung join clock on clock.id = rung.clock_id
         where clock.kind in ('action', 'urgentAction') group by clock.kind`,
      ),
    );
    expect(rungs.rows.map(({ fired }) => fired)).toEqual([1]);
  });

  it('is not doubled when it is sent again', async () => {
    const outcome = await run();
    expect(outcome).toMatchObject({ ok: true, setbacks: [], comparison: { differences: [] } });
  });
});
