import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { endFlag } from '../../store/decisions/endFlag.ts';
import { tellOfParking } from '../../store/decisions/parkCommand.ts';
import { createStore, type Store } from '../../store/prismaClient.ts';
import { readSnapshot, tablesOfCase } from '../../store/rebuild/caseSnapshot.ts';
import { rebuildReadModel } from '../../store/rebuild/rebuildReadModel.ts';
import { settleFlag } from '../../store/rebuild/settleFlag.ts';
import { settleSafeContact } from '../../store/rebuild/settleSafeContact.ts';
import { type CaseInStore, moment } from '../environment/caseInStore.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { storeForFile } from '../environment/storeForFile.ts';
import { liveRandomly } from './randomLife.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';

const file = storeForFile(6);
const { store, seeded, aCase } = file;
let owner: Store;

beforeAll(() => {
  owner = createStore(seeded().database.ownerUrl, { max: 2 });
});
afterAll(() => owner?.close());

const children = [{ childId: newId(), personId: null, ageBand: 'underOne' as const, servicesAgencyId: newId() }];

async function received(more: Parameters<typeof aReferral>[1] = {}) {
  const ownChildren = children.map((child) => ({ ...child, childId: newId() }));
  return file.received('2026-03-02 09:00', { children: ownChildren, ...more });
}

/** A life of a case of a pair, by numbers. */
async function live(theCase: CaseInStore, { victimId }: { victimId: string }, numbers: readonly number[]) {
  const reportId = newId();
  const at = new Date(moment('2026-03-02 09:00'));
  const ids = { id: reportId, reporterId: whoeverMay, key: reportId, bodyHash: 'test', contentId: newId() };
  await store.prisma.furtherAbuseReport.create({ data: { ...ids, incidentAt: at, status: 'staged', receivedAt: at } });
  const { accepted } = await liveRandomly(theCase, { victimId, reportId }, numbers);
  return { accepted, reportId };
}

/** What happens to a case while nobody does anything: ladders fire, a fault is told of, the flag runs out. */
async function goOnByItself(theCase: CaseInStore, pairId: string): Promise<void> {
  const { caseId } = theCase;
  await theCase.fire('2026-12-01 10:00');
  const at = moment('2027-04-01 00:00');
  await tellOfParking(
    store,
    { caseId, commandId: null, commandType: 'fireDueRungs', problem: 'Error', at },
    seeded().tools,
  );
  await endFlag(store, { pairId, caseId, endsOn: '2027-03-02', because: 'over', at }, seeded().tools);
}

const rebuild = (caseId: string) => rebuildReadModel(store, caseId, seeded().tools.columnsOf);
const snapshot = (caseId: string) => store.prisma.$transaction((tx) => readSnapshot(tx, caseId));

async function loseReadModel(caseId: string): Promise<void> {
  for (const table of tablesOfCase)
    await store.prisma.$executeRawUnsafe(`DELETE FROM "${table}" WHERE case_id = $1::uuid`, caseId);
  await store.prisma.case.delete({ where: { id: caseId } });
}

describe('the read model, rebuilt from the record', () => {
  it('is what the decisions had written, whatever happened in a case', async () => {
    let commands = 0;
    const life = fc.array(fc.nat({ max: 100_000 }), { minLength: 50, maxLength: 50 });
    await fc.assert(
      fc.asyncProperty(life, fc.boolean(), async (numbers, adopted) => {
        const { theCase, pair } = await received({ adopted });
        const { accepted, reportId } = await live(theCase, pair, numbers);
        commands += accepted;
        const { caseId } = theCase;
        await goOnByItself(theCase, pair.pairId);
        const written = await snapshot(caseId);
        const { victimId, pairId } = pair;
        const contact = await store.prisma.safeContact.findUnique({ where: { victimId } });
        const flag = await store.prisma.flag.findUnique({ where: { pairId } });
        expect(await rebuild(caseId)).toEqual({ status: 'same' });
        const report = await store.prisma.furtherAbuseReport.findUnique({ where: { id: reportId } });
        await store.prisma.furtherAbuseReport.update({
          where: { id: reportId },
          data: { status: 'staged', caseId: null },
        });
        await loseReadModel(caseId);
        await store.prisma.flag.deleteMany({ where: { pairId } });
        await store.prisma.safeContact.deleteMany({ where: { victimId } });
        expect(await rebuild(caseId)).toMatchObject({ status: 'mended' });
        await settleFlag(store, pairId);
        await settleSafeContact(store, victimId);
        expect(await snapshot(caseId)).toEqual(written);
        expect(await store.prisma.flag.findUnique({ where: { pairId } })).toEqual(flag);
        expect(await store.prisma.furtherAbuseReport.findUnique({ where: { id: reportId } })).toEqual(report);
        const settled = await store.prisma.safeContact.findUnique({ where: { victimId } });
        expect(settled?.suspendedAt ?? null).toEqual(contact?.suspendedAt ?? null);
      }),
      { numRuns: 6, endOnFailure: true },
    );
    // Commands that are all refused would prove nothing.
    expect(commands).toBeGreaterThan(6 * 10);
  }, 180_000);

  it('is mended where rows were lost, changed or added, and says which', async () => {
    // Screening and first contact: both clocks run.
    const { theCase } = await received();
    const { caseId } = theCase;
    const written = await snapshot(caseId);
    const [clock, other] = await store.prisma.clock.findMany({ where: { caseId }, orderBy: { id: 'asc' } });
    await store.prisma.clock.delete({ where: { id: clock?.id ?? '' } });
    await store.prisma.clock.update({ where: { id: other?.id ?? '' }, data: { nextRungAt: null, status: 'ended' } });
    await store.prisma.case.update({ where: { id: caseId }, data: { stage: 'closed' } });
    const surplus = newId();
    await store.prisma.liveDate.create({
      data: { id: surplus, caseId, kind: 'hearing', status: 'live', addedAt: new Date(moment('2026-03-02 09:00')) },
    });
    const rebuilt = await rebuild(caseId);
    expect(rebuilt).toMatchObject({ status: 'mended' });
    if (rebuilt.status !== 'mended') return;
    expect(new Set(rebuilt.differences)).toEqual(
      new Set([
        { table: 'case', rowId: caseId, columns: ['stage'] },
        { table: 'clock', rowId: clock?.id, columns: 'missing' },
        { table: 'clock', rowId: other?.id, columns: ['status', 'next_rung_at'] },
        { table: 'live_date', rowId: surplus, columns: 'surplus' },
      ]),
    );
    expect(await snapshot(caseId)).toEqual(written);
    expect(await rebuild(caseId)).toEqual({ status: 'same' });
  });

  it('has what a referral said of safe contact again, and whether it was decided on', async () => {
    const { victimId, ...pair } = await aPair(store.prisma);
    const theCase = aCase();
    const safeContact = { victimId, proposalId: newId(), fromCaseId: theCase.caseId };
    const referral = aReferral({ victimId, ...pair }, { safeContact });
    expect(await theCase.send('submitReferral', referral, '2026-03-02 09:00')).toMatchObject({ ok: true });
    const { proposalId } = safeContact;
    const settled = { victimId, proposalId, taken: [], contentId: null, reasonId: newId(), standsId: null };
    expect(await theCase.send('settleSafeContactProposal', settled, '2026-03-03 09:00')).toMatchObject({ ok: true });
    const { prisma } = store;
    const written = await prisma.safeContactProposal.findMany({ where: { victimId } });
    expect(written).toMatchObject([{ id: proposalId, fromCaseId: theCase.caseId, byCaseId: theCase.caseId }]);
    expect(await rebuild(theCase.caseId)).toEqual({ status: 'same' });
    await prisma.safeContactProposal.deleteMany({ where: { victimId } });
    expect(await rebuild(theCase.caseId)).toMatchObject({ status: 'mended' });
    expect(await prisma.safeContactProposal.findMany({ where: { victimId } })).toEqual(written);
  });

  it('keeps what is no part of the record: an epoch that was raised and the mark of something parked', async () => {
    const { theCase } = await received();
    const { caseId } = theCase;
    await store.prisma.case.update({ where: { id: caseId }, data: { epoch: 7, parked: true, stage: 'heard' } });
    expect(await rebuild(caseId)).toMatchObject({ status: 'mended' });
    const row = await store.prisma.case.findUnique({ where: { id: caseId } });
    expect(row).toMatchObject({ epoch: 7, parked: true, stage: 'received' });
  });

  it('lifts no suspension of contact that another case of the victim has set', async () => {
    const { theCase, pair } = await received();
    const otherPair = { ...(await aPair(store.prisma)), victimId: pair.victimId };
    const { theCase: other } = await file.received('2026-03-02 12:00', otherPair);
    const { victimId } = pair;
    const unsafe = { attemptId: newId(), victimId, result: 'unsafe', medium: 'phone', byId: whoeverMay, noteId: null };
    await other.send('recordContactAttempt', { ...unsafe, result: 'unsafe' }, '2026-03-03 10:00');
    const suspended = { suspendedAt: new Date(moment('2026-03-03 10:00')), byCaseId: other.caseId };
    expect(await rebuild(theCase.caseId)).toEqual({ status: 'same' });
    expect(await settleSafeContact(store, victimId)).toEqual([]);
    expect(await store.prisma.safeContact.findUnique({ where: { victimId } })).toMatchObject(suspended);
    await store.prisma.safeContact.update({ where: { victimId }, data: { suspendedAt: null, byCaseId: null } });
    expect(await settleSafeContact(store, victimId)).toMatchObject([{ table: 'safe_contact', rowId: victimId }]);
    expect(await store.prisma.safeContact.findUnique({ where: { victimId } })).toMatchObject(suspended);
  });

  it('is left alone where the record was changed, and the first broken link is named', async () => {
    const { theCase, pair } = await received();
    const { caseId } = theCase;
    await live(theCase, pair, [0, 3, 9, 10]);
    await store.prisma.case.update({ where: { id: caseId }, data: { stage: 'closed' } });
    const occurredAt = new Date(moment('2026-03-01 10:00'));
    await owner.prisma.auditEvent.updateMany({ where: { caseId, seq: 3 }, data: { occurredAt } });
    expect(await rebuild(caseId)).toEqual({ status: 'broken', link: { seq: 3, why: 'changed' } });
    expect(await store.prisma.case.findUnique({ where: { id: caseId } })).toMatchObject({ stage: 'closed' });
  });

  it.each([
    ['an entry in the middle is gone', (seq: number) => seq === 2, { seq: 2, why: 'missing' }],
    ['its end is gone', (seq: number, last: number) => seq === last, { why: 'endMissing' }],
    ['all of it is gone', () => true, { seq: 1, why: 'endMissing' }],
  ])('is left alone where %s', async (_what, isGone, link) => {
    const { theCase } = await received();
    const { caseId, state } = theCase;
    const seqs = Array.from({ length: state.version }, (_, index) => index + 1);
    const gone = seqs.filter((seq) => isGone(seq, state.version));
    await owner.prisma.auditEvent.deleteMany({ where: { caseId, seq: { in: gone } } });
    expect(await rebuild(caseId)).toMatchObject({ status: 'broken', link });
    expect(await store.prisma.case.count({ where: { id: caseId } })).toBe(1);
  });
});
