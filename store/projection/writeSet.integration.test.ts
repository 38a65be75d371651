import { describe, expect, it, vi } from 'vitest';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { listenForNotices } from '../notices/listenForNotices.ts';
import { createStore, type Tx } from '../prismaClient.ts';
import { WriteSet } from './writeSet.ts';

const { seeded, received } = storeForFile();

/** The statement that writes a set, with what it is given, instead of the writing. */
async function written(set: WriteSet): Promise<{ readonly statement: string; readonly rows: readonly string[] }> {
  const sent: { statement: string; rows: string[] }[] = [];
  const tx = { $queryRawUnsafe: async (statement: string, ...rows: string[]) => void sent.push({ statement, rows }) };
  await set.flush(tx as unknown as Tx, seeded().tools.columnsOf);
  const [only] = sent;
  if (!only) throw new Error('Nothing was written.');
  return only;
}

describe('the changes of a decision', () => {
  it('are laid over the rows they name without reading the others, however many there are', async () => {
    const { caseId } = (await received()).theCase;
    const owner = createStore(seeded().database.ownerUrl, { max: 1 });
    const { prisma } = owner;
    await prisma.$executeRaw`
      INSERT INTO clock SELECT r.* FROM clock c, generate_series(1, 1500) n,
        jsonb_populate_record(c, jsonb_build_object('id', md5(c.id || n::text))) r WHERE c.case_id = ${caseId}::uuid`;
    await prisma.$executeRaw`ANALYZE clock`;
    const [row] = await prisma.clock.findMany({ where: { caseId }, take: 1 });
    const { statement, rows } = await written(new WriteSet().add('clock', { id: row?.id, status: 'paused' }));
    const plan = await prisma.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(`EXPLAIN ${statement}`, ...rows);
    const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(lines).toContain('Index Scan using clock_pkey');
    expect(lines).not.toContain('Seq Scan on clock');
    await owner.close();
  });

  it('wake whoever sends notices as soon as these are committed', async () => {
    const { database, store } = seeded();
    const { theCase: late } = await received();
    const seen: number[] = [];
    const count = async () => void seen.push(await store.prisma.notice.count());
    const listening = listenForNotices(database.url, () => void count(), vi.fn());
    const within = { timeout: 10_000 };
    await vi.waitFor(() => expect(seen).toEqual([0]), within);
    await late.fire('2026-03-09 10:00');
    await vi.waitFor(() => expect(seen.at(-1)).toBeGreaterThan(0), within);
    expect(seen.at(-1)).toBe(await store.prisma.notice.count());
    await listening.stop();
  });
});
