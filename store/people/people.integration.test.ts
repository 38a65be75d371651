import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import { createSealing } from '../../platform/sealing.ts';
import { createTestDatabase, type TestDatabase } from '../../tests/environment/createTestDatabase.ts';
import { rowsRead } from '../../tests/environment/rowsRead.ts';
import { eraseSubject } from '../content/subjectKeys.ts';
import { createStore, type Store, type Tx } from '../prismaClient.ts';
import { findOrCreatePair, findPair, reversedPair } from './findOrCreatePair.ts';
import { findOrCreatePeople, findOrCreatePerson, findPerson } from './findOrCreatePeople.ts';
import { likelyMatches } from './likelyMatches.ts';
import { openPeople } from './openPeople.ts';

const key = () => new Uint8Array(randomBytes(32));
const sealing = createSealing({ contentWrappingKeys: [{ id: 'test', key: key() }], matchKey: key() });
const now = '2026-03-09T10:00:00.000Z';
let database: TestDatabase;
let store: Store;
let families = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  store = createStore(database.url, { max: 10 });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

/** Somebody nobody else in this file is called. */
function somebody(more: Partial<PersonIdentity> = {}): PersonIdentity {
  families += 1;
  const familyName = `Testwell-${'abcdefghij'.charAt(families % 10)}${'klmnopqrst'.charAt(Math.floor(families / 10))}`;
  return { givenNames: 'Dana Marie', familyName, dateOfBirth: '1990-05-21', ...more };
}

const record = (identity: PersonIdentity, besideVictimId?: string, tx: Tx = store.prisma) =>
  findOrCreatePerson(tx, sealing, { newId: randomUUID(), identity, besideVictimId }, now);
const inTransaction = <T>(work: (tx: Tx) => Promise<T>) => store.prisma.$transaction(work, { timeout: 20_000 });
const pair = (victimId: string, perpetratorId: string, tx: Tx = store.prisma) =>
  findOrCreatePair(tx, { newId: randomUUID(), victimId, perpetratorId, relationship: 'exPartner' });

describe('people', () => {
  test('the same name and date of birth, however written, are one person', async () => {
    const identity = somebody({ phone: '01632 960001' });
    const first = await record(identity);
    expect(first.created).toBe(true);
    const again = { ...identity, givenNames: 'MARIE  Dana', familyName: identity.familyName.replace('-', ' ') };
    expect(await record(again)).toEqual({ personId: first.personId, created: false });
    expect((await record({ ...identity, dateOfBirth: '1990-05-22' })).created).toBe(true);
    expect(await findPerson(store.prisma, sealing, { identity })).toBe(first.personId);
    expect(await findPerson(store.prisma, sealing, { identity: somebody() })).toBeNull();
  });

  test('who they are can be opened, and is not to be read in the database', async () => {
    const identity = somebody({ address: '1 Invented Row', postcode: 'ME4 4AA', otherNames: ['D. Marie'] });
    const { personId } = await record(identity);
    expect((await openPeople(store.prisma, sealing, [personId])).get(personId)).toEqual({ state: 'open', identity });
    const row = await store.prisma.person.findUniqueOrThrow({ where: { id: personId } });
    const everything = Buffer.from(row.sealed).toString('latin1') + JSON.stringify(row);
    for (const word of ['Testwell', 'testwell', 'Invented', '1990', 'ME44AA']) expect(everything).not.toContain(word);
  });

  test('put on record by twelve at once they are still one person', async () => {
    const identity = somebody();
    const found = await Promise.all(
      Array.from({ length: 12 }, () => inTransaction((tx) => record(identity, undefined, tx))),
    );
    expect(new Set(found.map(({ personId }) => personId)).size).toBe(1);
    expect(found.filter(({ created }) => created)).toHaveLength(1);
  });

  test('two referrals of the same two with the roles reversed do not wait for each other in a circle', async () => {
    const [one, other] = [somebody(), somebody()];
    const wanted = (identity: PersonIdentity) => ({ newId: randomUUID(), identity });
    const rounds = Array.from({ length: 10 }, (_, n) => (n % 2 ? [one, other] : [other, one]));
    const found = await Promise.all(
      rounds.map((both) => inTransaction((tx) => findOrCreatePeople(tx, sealing, both.map(wanted), now))),
    );
    expect(new Set(found.flat().map(({ personId }) => personId)).size).toBe(2);
  });

  test('without a date of birth the same name is another person, unless it is beside the same victim', async () => {
    const identity = somebody({ dateOfBirth: null });
    const victim = await record(somebody());
    const stranger = await record(identity, victim.personId);
    expect((await record(identity)).created).toBe(true);
    await pair(victim.personId, stranger.personId);
    expect(await record(identity, victim.personId)).toEqual({ personId: stranger.personId, created: false });
    const laterKnown = { ...identity, dateOfBirth: '1985-01-02' };
    expect(await record(laterKnown, victim.personId)).toEqual({ personId: stranger.personId, created: false });
    const otherVictim = await record(somebody());
    expect((await record(identity, otherVictim.personId)).created).toBe(true);
  });

  test('beside one victim two known dates of birth tell two people of one name apart', async () => {
    const father = somebody({ dateOfBirth: '1960-01-01' });
    const victim = await record(somebody());
    await pair(victim.personId, (await record(father, victim.personId)).personId);
    expect((await record({ ...father, dateOfBirth: '1988-01-01' }, victim.personId)).created).toBe(true);
  });

  test('who may be meant is found, the surest first', async () => {
    const identity = somebody({ postcode: 'CT9 1AA' });
    const { personId: same } = await record(identity);
    const { personId: sibling } = await record({ ...identity, givenNames: 'Robin', postcode: undefined });
    const found = await likelyMatches(store.prisma, sealing, identity);
    expect(found.slice(0, 2).map(({ personId }) => personId)).toEqual([same, sibling]);
    expect(found[0]?.reasons[0]).toBe('fullNameAndDateOfBirth');
    expect(found[1]?.reasons).toEqual(['familyNameAndDateOfBirth']);
    const nameless = { ...identity, givenNames: '?', familyName: '' };
    expect(await likelyMatches(store.prisma, sealing, nameless)).toEqual([]);
  });

  test('the search reads whom it may find, not everybody on record', async () => {
    const identity = somebody();
    const { personId } = await record(identity);
    await store.prisma.$executeRaw`insert into person (id, sealed, match_keys, created_at)
      select gen_random_uuid(), '', array[md5(n::text), md5((-n)::text)], now() from generate_series(1, 4000) n`;
    await store.prisma.$executeRaw`analyze person`;
    const { found, read } = await inTransaction(async (tx) => ({
      found: await likelyMatches(tx, sealing, identity),
      read: await rowsRead(tx, 'person'),
    }));
    expect(found.map((match) => match.personId)).toContain(personId);
    expect(read).toBeLessThan(400);
  });

  test('of many who share a name the surest are found, not those who were first', async () => {
    const identity = somebody({ dateOfBirth: null });
    const strangers = Array.from({ length: 210 }, (_, n) => ({
      ...identity,
      dateOfBirth: new Date(n * 1e11).toJSON().slice(0, 10),
    }));
    for (const stranger of strangers) await record(stranger);
    const neighbour = { ...identity, postcode: 'TN1 1AA' };
    const last = randomUUID().replace(/^.{8}/, 'ffffffff');
    await findOrCreatePerson(store.prisma, sealing, { newId: last, identity: neighbour }, now);
    expect((await likelyMatches(store.prisma, sealing, neighbour))[0]?.personId).toBe(last);
  });

  test('who is new is in the index at once, so that no search goes through all who wait for it', async () => {
    const [index] = await store.prisma.$queryRaw<{ options: string[] | null }[]>`
      select reloptions as options from pg_class where relname = 'person_match_keys_idx'`;
    expect(index?.options).toContain('fastupdate=off');
  });

  test('an erased person cannot be opened or found, and the same person can be put on record anew', async () => {
    const identity = somebody({ postcode: 'DA1 1AA' });
    const { personId } = await record(identity);
    await eraseSubject(store.prisma, personId, now);
    expect((await openPeople(store.prisma, sealing, [personId])).get(personId)).toEqual({ state: 'erased' });
    expect((await likelyMatches(store.prisma, sealing, identity)).map((match) => match.personId)).not.toContain(
      personId,
    );
    const anew = await record(identity);
    expect(anew.created).toBe(true);
    expect(anew.personId).not.toBe(personId);
  });
});

describe('pairs', () => {
  test('a pair is made once, by however many at once', async () => {
    const [victim, perpetrator] = [await record(somebody()), await record(somebody())];
    const found = await Promise.all(
      Array.from({ length: 12 }, () => inTransaction((tx) => pair(victim.personId, perpetrator.personId, tx))),
    );
    expect(new Set(found.map(({ pairId }) => pairId)).size).toBe(1);
    expect(found.filter(({ created }) => created)).toHaveLength(1);
    expect(await findPair(store.prisma, victim.personId, perpetrator.personId)).toBe(found[0]?.pairId);
  });

  test('the same two with the roles reversed are another pair, and it is noticed', async () => {
    const [one, other] = [(await record(somebody())).personId, (await record(somebody())).personId];
    const first = await pair(one, other);
    expect(first.reversedPairId).toBeNull();
    const second = await pair(other, one);
    expect(second.pairId).not.toBe(first.pairId);
    expect(second.reversedPairId).toBe(first.pairId);
    expect(await reversedPair(store.prisma, one, other)).toBe(second.pairId);
  });

  test('nobody is a pair with themselves', async () => {
    const { personId } = await record(somebody());
    await expect(pair(personId, personId)).rejects.toThrow(/themselves/);
  });
});
