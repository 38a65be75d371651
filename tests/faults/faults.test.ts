import fs from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findInDatabase } from '../e2e/findInDatabase.ts';
import { startProductForTest } from '../environment/programs/startProductForTest.ts';
import { seedFor } from '../environment/seedFor.ts';
import { everyForm } from './canaries.ts';
import { checkFromTheBeginning } from './checkAll.ts';
import type { FaultRow } from './faultRow.ts';
import { faultRows } from './rows/all.ts';
import { lossRow } from './rows/restores.ts';
import { createWorld, type World } from './world.ts';

let world: World;

// The rows of `npm run faults` in their short form, one after the other on one product.
const seed = seedFor('Faults', 'MARAC_FAULTS_SEED', '1');
const start = async () => (world = createWorld(await startProductForTest(), seed, 'short'));
const end = async () => {
  await world?.close();
  await world?.product.stop();
};
beforeAll(start, 300_000);
afterAll(end);

/** Where a row fails, the next has a fresh product: one that fails takes no other with it. */
async function inShort(row: FaultRow): Promise<void> {
  let done = 0;
  try {
    await row.run(world, row.times.short, () => (done += 1));
  } catch (error) {
    await end();
    await start();
    throw error;
  }
  expect(done).toBe(row.times.short);
}

describe('nothing is lost and nothing doubled', { timeout: 600_000 }, () => {
  const rows = faultRows.filter((row) => row !== lossRow);
  it.each(rows.map((row) => [row.what, row] as const))('%s', async (_what, row) => inShort(row));

  it('over everything that was done in all of these', async () => {
    await checkFromTheBeginning(world);
    const unanswered = world.ledger.all().filter(({ acknowledged }) => !acknowledged);
    expect(unanswered.map(({ path: where }) => where)).toEqual([]);
  });
});

describe('exactly what is missing is named', { timeout: 600_000 }, () => {
  it(lossRow.what, async () => inShort(lossRow));
});

describe('after all of that, of what people wrote about people', { timeout: 120_000 }, () => {
  const wordsIn = (text: string) => {
    const lower = text.toLowerCase();
    return everyForm.filter((word) => lower.includes(word.toLowerCase()));
  };

  it('nothing stands in the engine’s databases, nor unsealed in the application’s', async () => {
    const { enginesOwn, application } = world.product;
    const [one] = await world.store.prisma.case.findMany({ take: 1 });
    const caseId = one?.id ?? '';
    for (const [cluster, database] of [
      [enginesOwn, 'temporal'],
      [enginesOwn, 'temporal_visibility'],
      [application, 'marac'],
    ] as const) {
      const searched = await findInDatabase(cluster.url('postgres'), database, [...everyForm, caseId]);
      // The case's id is there: the search finds what there is to find.
      expect(searched[caseId]?.length, database).toBeGreaterThan(0);
      expect(everyForm.flatMap((word) => searched[word] ?? [])).toEqual([]);
    }
  });

  it('nothing stands in the log of any process', () => {
    const { folder } = world.product;
    const logs = fs.readdirSync(folder).filter((name) => name.endsWith('.log'));
    expect(logs).toEqual(
      expect.arrayContaining(['api.log', 'application.log', 'engine.log', 'enginesOwn.log', 'worker.log']),
    );
    for (const name of logs) expect(wordsIn(fs.readFileSync(path.join(folder, name), 'utf8')), name).toEqual([]);
    expect(fs.statSync(path.join(folder, 'api.log')).size).toBeGreaterThan(1_000);
  });

  it('nothing stands in a mail', async () => {
    const mails = world.product.mail.taken();
    expect(mails.length).toBeGreaterThan(10);
    for (const { raw } of mails) {
      const { subject, text, html, headers } = await PostalMime.parse(raw);
      expect(wordsIn(JSON.stringify([subject, text, html, headers]))).toEqual([]);
    }
  });
});
