import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import { deriveId, newId } from '../../platform/ids.ts';
import { type CaseInStore, moment } from '../../tests/environment/caseInStore.ts';
import { aPair } from '../../tests/environment/invented.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { leaseNotices } from '../notices/leaseNotices.ts';
import { deathsToSpread } from './deathsToSpread.ts';

const { store, received } = storeForFile(6);

type Pair = Awaited<ReturnType<typeof aPair>>;
type FollowUpType = 'recordDeath' | 'takeBackDeath';

const referred = async (pair: Pair, at: string) => (await received(at, pair)).theCase;

/** The same victim with two perpetrators, both cases frozen by a death that was recorded in the first at 9 on 3 March. */
async function frozenTwice() {
  const pair = await aPair(store.prisma);
  const other = { ...(await aPair(store.prisma)), victimId: pair.victimId };
  const [known, also] = [await referred(pair, '2026-03-02 10:00'), await referred(other, '2026-03-02 11:00')];
  await dies(known, '2026-03-03 09:00');
  await spread(known);
  await deliver(also, 'recordDeath', '2026-03-03 09:01');
  expect(also.state.frozen).toBe(true);
  return { pair, known, also };
}

const dies = (theCase: CaseInStore, at: string) => theCase.does('recordDeath', { contentId: null }, at);
const lives = (theCase: CaseInStore, at: string) => theCase.does('takeBackDeath', { reasonId: newId() }, at);
const spread = ({ caseId }: CaseInStore) => deathsToSpread(store, caseId, deriveId);
const waitingFor = ({ caseId }: CaseInStore, type: FollowUpType) =>
  store.prisma.command.findMany({ where: { caseId, type, status: 'staged' } });

/** What the product has sent on to a case is decided there. */
async function deliver(theCase: CaseInStore, type: FollowUpType, at: string) {
  const waiting = await waitingFor(theCase, type);
  expect(waiting).toHaveLength(1);
  const [{ id, payload, occurredAt } = { id: '', payload: {}, occurredAt: new Date(0) }] = waiting;
  const occurred = { at: occurredAt.toISOString(), precision: 'minute' } as const;
  return theCase.decide(id, type, payload as CommandPayloads[FollowUpType], { occurred, now: moment(at) });
}

const runningIn = async ({ caseId }: CaseInStore) =>
  store.prisma.clock.findMany({ where: { caseId, status: 'running' } });
const newsOf = async ({ caseId }: CaseInStore) =>
  (await store.prisma.notice.findMany({ where: { caseId } })).map(({ code, asRole }) => `${code} to ${asRole}`);

describe('a death that was recorded by mistake, taken back', () => {
  it('opens the record again: contact is owed from then, nothing is late, and whoever heard of it hears of the mistake', async () => {
    const { known } = await frozenTwice();
    await lives(known, '2026-03-10 10:00');
    expect(await store.prisma.case.findUnique({ where: { id: known.caseId } })).toMatchObject({
      ...{ frozen: false, legalHold: false, stage: 'received' },
    });
    const running = await runningIn(known);
    expect(running.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['screen', 'firstContact']));
    for (const { overdueAt, kind } of running.filter(({ kind }) => kind === 'screen' || kind === 'firstContact'))
      expect(overdueAt > new Date(moment('2026-03-11 10:00')), kind).toBe(true);
    const told = await newsOf(known);
    for (const role of ['reviewDeciders', 'coordinator']) expect(told).toContain(`deathTakenBack to ${role}`);
    await known.fire('2026-03-10 10:01');
    expect((await newsOf(known)).filter((each) => each.startsWith('rung'))).toEqual([]);
    const attempt = { attemptId: newId(), result: 'noAnswer', medium: 'telephone', noteId: null } as const;
    const { victimId } = await store.prisma.case.findUniqueOrThrow({ where: { id: known.caseId } });
    const contact = { ...attempt, victimId, byId: idOf('practitioner', 'joanna.pike') };
    expect(await known.send('recordContactAttempt', contact, '2026-03-10 11:00')).toMatchObject({ ok: true });
  });

  it('lets nobody hear late that there is nobody to contact: what waits for the mail server knows how the case stands', async () => {
    const { known } = await frozenTwice();
    await lives(known, '2026-03-10 10:00');
    const { reference } = await store.prisma.case.findUniqueOrThrow({ where: { id: known.caseId } });
    const leased = await leaseNotices(store.prisma, moment('2026-03-10 10:01'), 1_000, 60_000);
    const ofDeath = leased.filter((each) => each.reference === reference && each.data?.code === 'victimDied');
    expect(ofDeath.length).toBeGreaterThan(0);
    for (const { frozen } of ofDeath) expect(frozen).toBe(false);
  });

  it('rewrites nothing: the death stays on record, and what came of it', async () => {
    const { known } = await frozenTwice();
    const where = { caseId: known.caseId };
    const before = await store.prisma.auditEvent.findMany({ where, orderBy: { seq: 'asc' } });
    await lives(known, '2026-03-10 10:00');
    const after = await store.prisma.auditEvent.findMany({ where, orderBy: { seq: 'asc' } });
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after[before.length]?.type).toBe('deathTakenBack');
  });

  it('reaches every other case of hers by a command of its own, staged with it, once', async () => {
    const { known, also } = await frozenTwice();
    await lives(known, '2026-03-10 10:00');
    expect(also.state.frozen).toBe(true);
    expect(await deliver(also, 'takeBackDeath', '2026-03-10 10:02')).toMatchObject({ ok: true });
    expect(also.state.frozen).toBe(false);
    expect((await runningIn(also)).map(({ kind }) => kind)).toContain('firstContact');
    const { data } = await store.prisma.auditEvent.findFirstOrThrow({
      where: { caseId: also.caseId, type: 'deathTakenBack' },
    });
    expect(data).toMatchObject({ reasonId: null, elsewhere: true });
    expect(await waitingFor(known, 'takeBackDeath')).toEqual([]);
  });

  it('reaches a case that was frozen as its referral was recorded, and one under another spelling', async () => {
    const { pair, known } = await frozenTwice();
    const late = await referred(pair, '2026-03-04 10:00');
    expect(late.state.frozen).toBe(true);
    const spelled = await aPair(store.prisma);
    const elsewhere = await referred(spelled, '2026-03-04 11:00');
    const matchId = newId();
    await store.prisma.likelyMatch.create({
      data: {
        ...{ id: matchId, personId: spelled.victimId, knownId: pair.victimId, reasons: ['soundAlike'] },
        notedAt: new Date(moment('2026-03-04 11:00')),
      },
    });
    const same = { matchId, answer: 'same' as const, reasonId: newId() };
    await elsewhere.send('decideLikelyMatch', same, '2026-03-04 12:00');
    await deliver(elsewhere, 'recordDeath', '2026-03-04 12:01');
    await lives(known, '2026-03-10 10:00');
    for (const theCase of [late, elsewhere]) {
      expect(theCase.state.frozen).toBe(true);
      await deliver(theCase, 'takeBackDeath', '2026-03-10 10:02');
      expect(theCase.state.frozen).toBe(false);
      expect((await runningIn(theCase)).map(({ kind }) => kind)).toContain('firstContact');
    }
  });

  it('freezes no referral that comes afterwards, not even before every other case has heard', async () => {
    const { pair, known, also } = await frozenTwice();
    await lives(known, '2026-03-10 10:00');
    expect(also.state.frozen).toBe(true);
    const later = await referred(pair, '2026-03-10 10:01');
    expect(later.state.frozen).toBe(false);
  });

  it('is not overtaken by word of the death that was still on its way', async () => {
    const pair = await aPair(store.prisma);
    const other = { ...(await aPair(store.prisma)), victimId: pair.victimId };
    const [known, also] = [await referred(pair, '2026-03-02 10:00'), await referred(other, '2026-03-02 11:00')];
    await dies(known, '2026-03-03 09:00');
    await spread(known);
    await lives(known, '2026-03-03 09:30');
    expect(await deliver(also, 'recordDeath', '2026-03-03 09:31')).toMatchObject({ code: 'DEATH_TAKEN_BACK' });
    expect(also.state.frozen).toBe(false);
    expect(await spread(known)).toEqual([]);
    expect(await spread(also)).toEqual([]);
  });

  it('may be followed by a true death, of which every case hears anew, and keeps to it', async () => {
    const { known, also } = await frozenTwice();
    await lives(known, '2026-03-10 10:00');
    // She dies before the other case has heard that she lived: it stays as it is.
    await dies(known, '2026-03-11 10:00');
    expect(await deliver(also, 'takeBackDeath', '2026-03-11 10:01')).toMatchObject({ code: 'ALREADY_DIED' });
    expect(also.state.frozen).toBe(true);
    await lives(known, '2026-03-12 10:00');
    await deliver(also, 'takeBackDeath', '2026-03-12 10:01');
    await dies(known, '2026-03-13 10:00');
    await spread(known);
    await spread(known);
    await deliver(also, 'recordDeath', '2026-03-13 10:01');
    expect(also.state.frozen).toBe(true);
  });

  it('is the coordinator’s to take back, not the adviser’s', async () => {
    const { known } = await frozenTwice();
    const adviser = { actorId: idOf('practitioner', 'joanna.pike') };
    const reasonId = newId();
    expect(await known.send('takeBackDeath', { reasonId }, '2026-03-10 10:00', adviser)).toMatchObject({
      code: 'NO_ACCESS',
    });
  });
});
