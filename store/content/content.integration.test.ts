import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSealing } from '../../platform/sealing.ts';
import { createTestDatabase, type TestDatabase } from '../../tests/environment/createTestDatabase.ts';
import { createStore, type Store } from '../prismaClient.ts';
import { openContents } from './openContents.ts';
import { sealContent, sealContents } from './sealContent.ts';
import { eraseSubject } from './subjectKeys.ts';

const key = () => new Uint8Array(randomBytes(32));
const sealing = createSealing({ contentWrappingKeys: [{ id: 'test', key: key() }], matchKey: key() });
const now = '2026-03-09T10:00:00.000Z';
let database: TestDatabase;
let store: Store;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createStore(database.url, { max: 6 });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

function about(subjectId: string, value: unknown, kind = 'narrative') {
  return { id: randomUUID(), subjectId, commandId: randomUUID(), kind, value };
}

describe('content', () => {
  test('opens again as it was written, whatever JSON it is', async () => {
    const subject = randomUUID();
    const written = [
      about(subject, { said: 'Sie hat Angst – “sehr”' }),
      about(subject, null),
      about(subject, [1, 'two']),
    ];
    const ids = await sealContents(store.prisma, sealing, written, now);
    expect(ids).toEqual(written.map(({ id }) => id));
    const opened = await openContents(store.prisma, sealing, [...ids, randomUUID()]);
    expect(opened.size).toBe(3);
    for (const { id, value } of written) expect(opened.get(id)).toEqual({ state: 'open', kind: 'narrative', value });
  });

  test('lies in the database so that nothing of it can be read there', async () => {
    const content = about(randomUUID(), 'He has a key to her mother’s flat');
    await sealContent(store.prisma, sealing, content, now);
    const row = await store.prisma.content.findUniqueOrThrow({ where: { id: content.id } });
    expect(Buffer.from(row.sealed).includes(Buffer.from('mother'))).toBe(false);
    expect(row.createdAt.toISOString()).toBe(now);
  });

  test('moved into the row of something else it does not open', async () => {
    const subject = randomUUID();
    const [one, other] = [about(subject, 'one'), about(subject, 'other')];
    await sealContents(store.prisma, sealing, [one, other], now);
    const { sealed } = await store.prisma.content.findUniqueOrThrow({ where: { id: one.id } });
    await store.prisma.content.update({ where: { id: other.id }, data: { sealed } });
    await expect(openContents(store.prisma, sealing, [other.id])).rejects.toThrow(/does not open/);
  });

  test.each([1, 2, 3, 4])('written about one subject by many at once is all sealed under one key (%i)', async () => {
    const subject = randomUUID();
    const written = Array.from({ length: 12 }, (_, n) => about(subject, n));
    await Promise.all(
      written.map((content) => store.prisma.$transaction((tx) => sealContent(tx, sealing, content, now))),
    );
    const ids = written.map(({ id }) => id);
    const opened = await openContents(store.prisma, sealing, ids);
    expect(ids.map((id) => opened.get(id))).toMatchObject(written.map(({ value }) => ({ state: 'open', value })));
    expect(await store.prisma.subjectKey.count({ where: { subjectId: subject } })).toBe(1);
  });

  test('of an erased subject is said to be erased, and that of others stays', async () => {
    const [gone, stays] = [about(randomUUID(), 'gone'), about(randomUUID(), 'stays')];
    await sealContents(store.prisma, sealing, [gone, stays], now);
    await eraseSubject(store.prisma, gone.subjectId, now);
    await eraseSubject(store.prisma, gone.subjectId, now);
    const opened = await openContents(store.prisma, sealing, [gone.id, stays.id]);
    expect(opened.get(gone.id)).toEqual({ state: 'erased', kind: 'narrative' });
    expect(opened.get(stays.id)).toMatchObject({ state: 'open', value: 'stays' });
    const row = await store.prisma.subjectKey.findUniqueOrThrow({ where: { subjectId: gone.subjectId } });
    expect(row.wrapped).toHaveLength(0);
    await expect(sealContent(store.prisma, sealing, about(gone.subjectId, 'more'), now)).rejects.toThrow(/erased/);
  });
});
