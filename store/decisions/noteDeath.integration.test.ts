import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { newId } from '../../platform/ids.ts';
import { type CaseInStore, moment } from '../../tests/environment/caseInStore.ts';
import { aPair, aReferral } from '../../tests/environment/invented.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';

const { store, aCase, received } = storeForFile(6);

type Pair = Awaited<ReturnType<typeof aPair>>;

const referred = async (pair: Pair, at: string, more: { incidentOn?: string } = {}) =>
  (await received(at, { ...pair, ...more })).theCase;

/** Somebody whose death on Tuesday 3 March is on record in a case that was accepted the day before. */
async function died() {
  const pair = await aPair(store.prisma);
  const known = await referred(pair, '2026-03-02 10:00');
  await known.does('screenReferral', { outcome: 'accept', adviceId: null }, '2026-03-02 11:00');
  await known.does('recordDeath', { contentId: null }, '2026-03-03 09:00');
  return { pair, known };
}

const runningIn = async ({ caseId }: CaseInStore) =>
  (await store.prisma.clock.findMany({ where: { caseId, status: 'running' } })).map(({ kind }) => kind);
const newsOf = async ({ caseId }: CaseInStore) =>
  (await store.prisma.notice.findMany({ where: { caseId } })).map(({ code, asRole }) => `${code} to ${asRole}`);

describe('a victim whose death is on record', () => {
  it('is contacted for no referral that comes afterwards: it is frozen as it is recorded, and who decides on a review is told', async () => {
    const { pair } = await died();
    const late = await referred(pair, '2026-03-04 10:00', { incidentOn: '2026-03-02' });
    expect(await store.prisma.case.findUnique({ where: { id: late.caseId } })).toMatchObject({
      ...{ frozen: true, legalHold: true },
      // Further abuse within the flag is a repeat all the same, and stands on a list.
      ...{ stage: 'listed' },
    });
    expect(late.state.frozen).toBe(true);
    expect(await runningIn(late)).toEqual([]);
    const told = await newsOf(late);
    expect(told).toContain('victimDied to reviewDeciders');
    expect(told).toContain('victimDied to coordinator');
    await late.fire('2026-03-09 10:00');
    expect((await newsOf(late)).filter((each) => each.startsWith('rung'))).toEqual([]);
    const adviserId = idOf('practitioner', 'joanna.pike');
    expect(await late.send('allocateAdviser', { adviserId, allocationId: newId() }, '2026-03-04 11:00')).toMatchObject({
      code: 'CASE_FROZEN',
    });
  });

  it('has it said when she died, and not when the referral came', async () => {
    const { pair } = await died();
    const late = await referred(pair, '2026-03-04 10:00');
    const where = { caseId: late.caseId, type: 'victimDied' };
    const { occurredAt } = await store.prisma.auditEvent.findFirstOrThrow({ where });
    expect(occurredAt).toEqual(new Date(moment('2026-03-03 09:00')));
  });

  it('is somebody who lives, for a referral of abuse on a day after it', async () => {
    const { pair } = await died();
    const living = await referred(pair, '2026-03-05 10:00', { incidentOn: '2026-03-04' });
    expect(living.state.frozen).toBe(false);
    expect(await runningIn(living)).toContain('firstContact');
  });

  it('is she with another perpetrator too, and nobody else', async () => {
    const { pair } = await died();
    const another = await aPair(store.prisma);
    const other = await referred({ ...another, victimId: pair.victimId }, '2026-03-04 10:00');
    expect(other.state.frozen).toBe(true);
    expect((await referred(await aPair(store.prisma), '2026-03-04 10:00')).state.frozen).toBe(false);
  });

  it('is she under another spelling, from the moment somebody says that the two are one', async () => {
    const { pair } = await died();
    const spelled = await aPair(store.prisma);
    const late = await referred(spelled, '2026-03-04 10:00');
    expect(late.state.frozen).toBe(false);
    const matchId = newId();
    await store.prisma.likelyMatch.create({
      data: {
        ...{ id: matchId, personId: spelled.victimId, knownId: pair.victimId, reasons: ['soundAlike'] },
        notedAt: new Date(moment('2026-03-04 10:00')),
      },
    });
    const decided = { matchId, answer: 'same' as const, reasonId: newId() };
    await late.does('decideLikelyMatch', decided, '2026-03-04 12:00');
    const told = await store.prisma.command.findFirstOrThrow({ where: { caseId: late.caseId, type: 'recordDeath' } });
    expect(told).toMatchObject({ status: 'staged', occurredAt: new Date(moment('2026-03-03 09:00')) });
    const occurred = { at: moment('2026-03-03 09:00'), precision: 'minute' } as const;
    const now = moment('2026-03-04 12:01');
    expect(await late.decide(told.id, 'recordDeath', { contentId: null }, { occurred, now })).toMatchObject({
      ok: true,
    });
    expect(late.state.frozen).toBe(true);
    expect(await runningIn(late)).not.toContain('firstContact');
  });

  it('is frozen with a referral that was being recorded in the same moment', async () => {
    const pair = await aPair(store.prisma);
    const known = await referred(pair, '2026-03-02 10:00');
    const late = aCase();
    const waits = await late.stage('submitReferral', aReferral(pair), '2026-03-03 09:00');
    let referral: Promise<unknown> = Promise.resolve();
    await store.prisma.$transaction(async (tx) => {
      // As a death that is being recorded holds it.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${pair.victimId}, 3))::text`;
      referral = waits();
      for (let waiting = 0; waiting === 0;) {
        const [row] = await tx.$queryRaw<{ waiting: number }[]>`
          SELECT count(*)::int AS waiting FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`;
        waiting = row?.waiting ?? 0;
      }
      await tx.case.update({ where: { id: known.caseId }, data: { frozen: true } });
      const seq = 900;
      const event = await tx.auditEvent.findFirstOrThrow({ where: { caseId: known.caseId } });
      await tx.auditEvent.create({
        data: { ...event, id: newId(), seq, type: 'victimDied', data: { contentId: null } } as never,
      });
    });
    expect(await referral).toMatchObject({ ok: true });
    expect(late.state.frozen).toBe(true);
  });
});
