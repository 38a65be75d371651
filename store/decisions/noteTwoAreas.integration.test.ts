import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { CaseInStore } from '../../tests/environment/caseInStore.ts';
import { aPair, aReferral } from '../../tests/environment/invented.ts';
import { rowsRead } from '../../tests/environment/rowsRead.ts';
import { type SeededStore, seededStore } from '../../tests/environment/seededStore.ts';
import { whoeverMay } from '../../tests/environment/whoMaySend.ts';
import { lockTheTwo } from '../cases/sameTwoElsewhere.ts';
import type { Store, Tx } from '../prismaClient.ts';
import type { RecordingTools } from './recordInMatter.ts';

let seeded: SeededStore;
let store: Store;
let tools: RecordingTools;

beforeAll(async () => {
  seeded = await seededStore(6);
  ({ store, tools } = seeded);
});
afterAll(() => seeded?.end());

type Pair = Awaited<ReturnType<typeof aPair>>;
const at = '2026-03-02 10:00';

/** A case that was on the list of its area and was taken off, and what puts it there again. */
async function aboutToBeListed(pair: Pair, area: string) {
  const theCase = new CaseInStore(store, tools, whoeverMay);
  const referral = aReferral(pair, { areaId: idOf('area', area) });
  expect(await theCase.send('submitReferral', referral, at)).toMatchObject({ ok: true });
  await theCase.send('screenReferral', { outcome: 'accept', adviceId: null }, at);
  const grading = { count: 16, policeGrade: null, judgement: null, reasonId: null, handoverId: newId() };
  await theCase.send('gradeRisk', { ...grading, handOverTo: null }, at);
  const meetingId = theCase.state.listing?.meetingId ?? '';
  const takenOff = await theCase.send('takeOffList', { decisionId: newId() }, at);
  expect(takenOff).toMatchObject({ ok: true });
  return { theCase, list: await theCase.stage('listCase', { meetingId, reasonId: null }, at) };
}

/** Somebody has decided that two records are of one person. */
async function joined(personId: string, knownId: string) {
  await store.prisma.likelyMatch.create({
    data: { id: newId(), personId, knownId, reasons: ['soundAlike'], answer: 'same' },
  });
}

type Roles = 'as they were' | 'reversed';

/** Somebody decides that two pairs are the same two people, in the roles they had or the one the other. */
async function sameTwo({ victimId, perpetratorId }: Pair, known: Pair, roles: Roles = 'as they were') {
  const [she, he] =
    roles === 'reversed' ? [known.perpetratorId, known.victimId] : [known.victimId, known.perpetratorId];
  await joined(victimId, she);
  await joined(perpetratorId, he);
}

/** Waits until another connection waits for a lock of one kind, or until what it was doing is done. */
async function untilWaiting(tx: Tx, locktype: 'advisory' | 'transactionid', orDone: Promise<unknown>) {
  let done = false;
  void orDone.finally(() => (done = true));
  for (let waiting = 0; waiting === 0 && !done;) {
    const [row] = await tx.$queryRaw<{ waiting: number }[]>`select count(*)::int as waiting from pg_locks
      where locktype = ${locktype} and not granted and (database is null or database = (
        select oid from pg_database where datname = current_database()))`;
    waiting = row?.waiting ?? 0;
  }
}

const noted = ({ caseId }: CaseInStore) => store.prisma.auditEvent.count({ where: { caseId, type: 'twoAreasNoted' } });

/** The first comes onto its list, and is held after it has looked for others and before it is done; the second comes onto its own. */
async function listedInOneMoment(first: Pair, second: Pair, decided: () => Promise<void> = async () => {}) {
  const north = await aboutToBeListed(first, 'maidstone');
  const south = await aboutToBeListed(second, 'thanet');
  await decided();
  const both = await store.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`select id::text from "case" where id = ${north.theCase.caseId}::uuid for update`;
    const inTheNorth = north.list();
    await untilWaiting(tx, 'transactionid', inTheNorth);
    const inTheSouth = south.list();
    await untilWaiting(tx, 'advisory', inTheSouth);
    return [inTheNorth, inTheSouth];
  });
  for (const answer of await Promise.all(both)) expect(answer).toMatchObject({ ok: true });
  expect([north.theCase.state.stage, south.theCase.state.stage]).toEqual(['listed', 'listed']);
  return { north: north.theCase, south: south.theCase };
}

async function expectTheSecondSawTheFirst({ north, south }: Awaited<ReturnType<typeof listedInOneMoment>>) {
  expect([await noted(north), await noted(south)]).toEqual([0, 1]);
  const where = { caseId: north.caseId, type: 'noteTwoAreas' };
  const told = await store.prisma.command.findMany({ where });
  expect(told.map(({ status, payload }) => [status, payload])).toEqual([
    ['staged', { otherCaseId: south.caseId, otherAreaId: idOf('area', 'thanet') }],
  ]);
}

describe('two areas that list in one moment', () => {
  it('hear of it where they have one pair', async () => {
    const pair = await aPair(store.prisma);
    await expectTheSecondSawTheFirst(await listedInOneMoment(pair, pair));
  });

  it('hear of it where each has the two people under another spelling, whichever record is the older', async () => {
    const [one, other] = [await aPair(store.prisma), await aPair(store.prisma)];
    await expectTheSecondSawTheFirst(await listedInOneMoment(one, other, () => sameTwo(other, one)));
    const [early, late] = [await aPair(store.prisma), await aPair(store.prisma)];
    await expectTheSecondSawTheFirst(await listedInOneMoment(late, early, () => sameTwo(late, early)));
  });

  it('hear of it where the spellings of both are joined by a third', async () => {
    const [one, third, other] = [await aPair(store.prisma), await aPair(store.prisma), await aPair(store.prisma)];
    const decided = async () => {
      await sameTwo(third, other);
      await sameTwo(third, one);
    };
    await expectTheSecondSawTheFirst(await listedInOneMoment(one, other, decided));
  });

  it('hear of it where he is the victim in the one and she, under another spelling, in the other', async () => {
    const [one, other] = [await aPair(store.prisma), await aPair(store.prisma)];
    await expectTheSecondSawTheFirst(await listedInOneMoment(one, other, () => sameTwo(other, one, 'reversed')));
  });

  it('wait for nobody where they have other people', async () => {
    const { north, south } = await listedInOneMoment(await aPair(store.prisma), await aPair(store.prisma));
    expect([await noted(north), await noted(south)]).toEqual([0, 0]);
  });

  it('look for the records of their two people, not through everybody who is on record twice', async () => {
    const pair = await aPair(store.prisma);
    const spelled = await aPair(store.prisma);
    await sameTwo(spelled, pair);
    await store.prisma.$executeRaw`insert into same_person (person_id, other_id)
      select gen_random_uuid(), gen_random_uuid() from generate_series(1, 4000)`;
    await store.prisma.$executeRaw`insert into pair (id, victim_id, perpetrator_id, relationship)
      select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'formerPartner' from generate_series(1, 4000)`;
    const read = await store.prisma.$transaction(async (tx) => {
      await lockTheTwo(tx, spelled.pairId);
      return [await rowsRead(tx, 'same_person'), await rowsRead(tx, 'pair')];
    });
    expect(read[0]).toBeLessThan(400);
    expect(read[1]).toBeLessThan(400);
  });
});
