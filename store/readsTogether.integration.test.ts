import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { emptyStoreForFile } from '../tests/environment/emptyStoreForFile.ts';
import { noteAccess } from './access/recordAccess.ts';
import { isDatabaseDown } from './databaseDown.ts';
import { Prisma } from './generated/client.ts';
import { createStore } from './prismaClient.ts';
import { plannedOnce } from './statementNames.ts';

const store = emptyStoreForFile(4);

const same = (value: string) =>
  store.readsTogether.$queryRaw<{ value: string; pid: number }[]>(
    Prisma.sql`select ${value}::text as value, pg_backend_pid() as pid`,
  );
const refused = () => store.readsTogether.$queryRaw(Prisma.sql`select 1 / ${0}::int as never`);
const broken = Prisma.sql`select pg_terminate_backend(pg_backend_pid())`;
const errorOf = (asked: Promise<unknown>) =>
  asked.then(
    () => null,
    (error: unknown) => error,
  );

test('what is asked in one turn goes over one connection, and each is answered with its own', async () => {
  const asked = ['one', 'two', 'three'];
  const rows = (await Promise.all(asked.map(same))).flat();
  expect(rows.map(({ value }) => value)).toEqual(asked);
  expect(new Set(rows.map(({ pid }) => pid)).size).toBe(1);
});

test('of many who ask at once, each gets their own answers, however often a statement was asked before', async () => {
  const turns = Array.from({ length: 60 }, (_, turn) => turn);
  const answers = await Promise.all(
    turns.map(async (turn) => {
      await same(String(turn));
      const kinds = [0, 1, 2, 3].map((kind) =>
        store.readsTogether.$queryRaw<{ turn: number; kind: number }[]>(
          Prisma.sql`select ${turn}::int as turn, ${Prisma.raw(String(kind))} as kind`,
        ),
      );
      return (await Promise.all(kinds)).flat();
    }),
  );
  expect(answers).toEqual(turns.map((turn) => [0, 1, 2, 3].map((kind) => ({ turn, kind }))));
});

test('one that is refused refuses none of the others, and what was noted beside it is there', async () => {
  const caseId = randomUUID();
  const at = '2026-03-09T10:00:00.000Z';
  const access = { actorId: randomUUID(), event: 'readCase', route: 'test', caseId, outcome: 'full', at };
  const [before, error, , after] = await Promise.all([
    same('before'),
    errorOf(refused()),
    noteAccess(store.readsTogether, access),
    same('after'),
  ]);
  expect([before[0]?.value, after[0]?.value]).toEqual(['before', 'after']);
  expect(error).toMatchObject({ code: '22012' });
  expect(await store.prisma.accessLog.count({ where: { caseId } })).toBe(1);
});

test('a connection that breaks fails what was asked over it, as a database that is down, and nothing after it', async () => {
  const [first, second] = await Promise.all([
    errorOf(store.readsTogether.$queryRaw(broken)),
    errorOf(same('behind it')),
  ]);
  expect([first, second].map(isDatabaseDown)).toEqual([true, true]);
  expect((await same('next'))[0]?.value).toBe('next');
});

test('one that breaks under a statement with a setting of its own fails that statement alone', async () => {
  const error = await errorOf(store.reads.$queryRaw(Prisma.sql`${broken} ${plannedOnce}`));
  expect(isDatabaseDown(error)).toBe(true);
  expect((await same('next'))[0]?.value).toBe('next');
});

test('where no connection is to be had, everybody who asked hears of it', async () => {
  const nowhere = createStore('postgresql://nobody@127.0.0.1:1/nothing', { max: 1 });
  const ask = () => errorOf(nowhere.readsTogether.$queryRaw(Prisma.sql`select 1`));
  expect((await Promise.all([ask(), ask()])).map(isDatabaseDown)).toEqual([true, true]);
  await nowhere.close();
});
