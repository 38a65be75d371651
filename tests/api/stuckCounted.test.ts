import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Prisma } from '../../store/generated/client.ts';
import { countStuck } from '../../store/exceptions/countStuck.ts';
import { countExceptions } from '../../usecases/exceptions/countExceptions.ts';
import { listExceptions } from '../../usecases/exceptions/listExceptions.ts';
import { signIn } from '../../usecases/signIn.ts';
import { rowsRead } from '../environment/rowsRead.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { undeliveredNotice } from '../environment/undeliveredNotice.ts';
import { aReferralBody, officeForTest } from './officeForTest.ts';

let product: TestProduct;

beforeAll(async () => {
  product = await startWorkerForTest();
}, 120_000);
afterAll(() => product?.stop());

/** Puts three cases on record beside a known one, in which something of each kind is stuck; no workflow changes them meanwhile. */
async function stuckBeside(reference: string): Promise<void> {
  const { prisma } = product.store;
  const { advisers: _advisers, statistics, ...known } = await prisma.case.findUniqueOrThrow({ where: { reference } });
  const beside = (changes: Partial<Prisma.CaseCreateInput>) =>
    prisma.case.create({
      data: { ...known, statistics: statistics as object, id: randomUUID(), reference: randomUUID(), ...changes },
    });
  await beside({ contactSuspended: true, stage: 'returned' });
  await beside({ stage: 'graded', meetingId: null });
  const { id: caseId } = await beside({ parked: true });
  const { data, ...clock } = await prisma.clock.findFirstOrThrow({ where: { caseId: known.id, status: 'running' } });
  const { round } = data as { round: number };
  const clockId = randomUUID();
  await prisma.clock.create({ data: { ...clock, id: clockId, caseId, rungsFired: 1, data: data as object } });
  const at = new Date(product.clock.now());
  const fired = { clockId, round, rung: 0, label: 'dueDay', firedAt: at, plannedAt: at, noted: [] };
  const recipients = [{ practitionerId: randomUUID(), role: 'systemAdministrator' }];
  await prisma.rung.create({ data: { id: randomUUID(), caseId, ...fired, recipients } });
  await undeliveredNotice(product, { caseId, recipientId: randomUUID(), asRole: 'coordinator' });
}

describe('what is stuck', () => {
  it('is counted as it is listed, whoever looks', async () => {
    const { reference } = (await officeForTest(product).as('marek.nowak').post('/referrals', aReferralBody())).body;
    await stuckBeside(reference);
    for (const subject of ['amy.adeyemi', 'esther.quaye', 'kwame.boateng', 'nuala.brennan']) {
      const known = await signIn(product, subject);
      if (!known.ok) throw new Error(`${subject} is not registered`);
      const list = async () => {
        const listed = await listExceptions(product, known.actor, 'a test', undefined);
        return listed.ok ? listed.items : [];
      };
      // What the cases do meanwhile falls between two lists that differ.
      const compared = async () => {
        const before = await list();
        const counted = await countExceptions(product, known.actor, 'a test');
        return { before, counted, after: await list() };
      };
      let { before, counted, after } = await compared();
      while (JSON.stringify(before) !== JSON.stringify(after)) ({ before, counted, after } = await compared());
      expect(counted, subject).toBe(before.length);
      if (subject !== 'amy.adeyemi') continue;
      const kinds = ['unallocated', 'suspended', 'incomplete', 'parked', 'noMeeting', 'nobodyToTell', 'undelivered'];
      expect(before.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds));
    }
  });

  it('is counted without reading the cases in which nothing is', async () => {
    const { reference } = (await officeForTest(product).as('marek.nowak').post('/referrals', aReferralBody())).body;
    const known = await signIn(product, 'amy.adeyemi');
    if (!known.ok) throw new Error('Amy is not registered');
    await workedOnLike(reference, 3_000);
    await likelySomebodyElse(reference);
    const read = await product.store.prisma.$transaction(async (tx) => {
      // So few cases would be read through in any case; among a hundred thousand an index has to lead to what is stuck.
      await tx.$executeRaw`set local enable_seqscan = off`;
      await countStuck(tx, known.actor, null, product.clock.now(), 201);
      return rowsRead(tx, 'case');
    });
    expect(read).toBeLessThan(300);
  });
});

/** A question that waits for an answer: whether the perpetrator of a case is somebody else on record. */
async function likelySomebodyElse(reference: string): Promise<void> {
  const { prisma } = product.store;
  const { perpetratorId: knownId } = await prisma.case.findUniqueOrThrow({ where: { reference } });
  const noted = { reasons: [], notedAt: new Date(product.clock.now()) };
  await prisma.likelyMatch.create({ data: { id: randomUUID(), personId: randomUUID(), knownId, ...noted } });
}

/** So many cases like a known one, with advisers of their own, half of them listed and half heard and worked on. */
async function workedOnLike(reference: string, count: number): Promise<void> {
  const { prisma } = product.store;
  await prisma.$executeRaw`
    insert into "case" select alike.* from "case" c cross join generate_series(1, ${count}::int) n,
      jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'reference', 'L' || n, 'pair_id', gen_random_uuid(),
        'adviser_id', gen_random_uuid(), 'victim_id', gen_random_uuid(), 'perpetrator_id', gen_random_uuid(),
        'stage', (array['listed', 'heard'])[1 + n % 2])) alike
    where c.reference = ${reference}`;
}
