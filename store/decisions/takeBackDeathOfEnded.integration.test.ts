import { describe, expect, it } from 'vitest';
import type { CommandPayloads } from '../../domain/lifecycle/command.ts';
import { deriveId, newId } from '../../platform/ids.ts';
import { type CaseInStore, moment } from '../../tests/environment/caseInStore.ts';
import { aPair } from '../../tests/environment/invented.ts';
import { storeForFile } from '../../tests/environment/storeForFile.ts';
import { checkChain } from '../audit/checkChains.ts';
import { rebuildReadModel } from '../rebuild/rebuildReadModel.ts';
import { livingCases, restartOf } from '../rebuild/restart.ts';
import { deathsToSpread } from './deathsToSpread.ts';

const { store, seeded, received } = storeForFile(6);
const died = '2026-03-03 09:00';
/** Of nobody at high risk, so that it may be declined. */
const low = () => ({
  assessment: { assessmentId: newId(), tool: 'DASH', toolVersion: '1', count: 5, policeGrade: null, contentId: null },
});
const decline = { outcome: 'decline', reason: 'duplicate', adviceId: newId() } as const;

/** A victim with one case that runs and is frozen, and two that a death has frozen and that have ended altogether: one declined before, one closed over it. */
async function endedOverDeath() {
  const pair = await aPair(store.prisma);
  const beside = async () =>
    (await received('2026-03-02 10:00', { ...(await aPair(store.prisma)), victimId: pair.victimId, ...low() })).theCase;
  const { theCase: running } = await received('2026-03-02 09:00', pair);
  const [declined, closed] = [await beside(), await beside()];
  await declined.does('screenReferral', decline, '2026-03-02 11:00');
  await running.does('recordDeath', { contentId: null }, died);
  await deathsToSpread(store, running.caseId, deriveId);
  for (const theCase of [declined, closed]) await hears(theCase, 'recordDeath', died);
  await closed.does('closeCase', { reasonId: null, disposals: [] }, '2026-03-03 10:00');
  for (const theCase of [declined, closed]) await theCase.does('endCase', {}, '2026-03-03 10:01');
  return { running, declined, closed };
}

/** What the product has sent on to a case is decided there, once. */
async function hears(theCase: CaseInStore, type: 'recordDeath' | 'takeBackDeath', at: string) {
  const waiting = await store.prisma.command.findMany({ where: { caseId: theCase.caseId, type, status: 'staged' } });
  expect(waiting).toHaveLength(1);
  const [{ id, payload, occurredAt } = { id: '', payload: {}, occurredAt: new Date(0) }] = waiting;
  const occurred = { at: occurredAt.toISOString(), precision: 'minute' } as const;
  const decide = () => theCase.decide(id, type, payload as CommandPayloads[typeof type], { occurred, now: moment(at) });
  const answer = await decide();
  expect(answer).toMatchObject({ ok: true });
  expect(await decide()).toEqual(answer);
}

const rowOf = ({ caseId }: CaseInStore) => store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
const runningIn = async ({ caseId }: CaseInStore) =>
  (await store.prisma.clock.findMany({ where: { caseId, status: 'running' } })).map(({ kind }) => kind);
const lives = (theCase: CaseInStore, at: string) => theCase.does('takeBackDeath', { reasonId: newId() }, at);

describe('a death that is taken back, and cases that had ended altogether', () => {
  it('reaches them too, in the transaction that records it: the one is reviewed, the other is worked again', async () => {
    const { running, declined, closed } = await endedOverDeath();
    for (const theCase of [declined, closed]) {
      expect(await rowOf(theCase)).toMatchObject({ stage: 'ended', legalHold: true });
      expect(await runningIn(theCase)).toEqual([]);
    }
    await lives(running, '2026-03-10 10:00');
    for (const theCase of [declined, closed]) await hears(theCase, 'takeBackDeath', '2026-03-10 10:01');
    expect(await rowOf(declined)).toMatchObject({ stage: 'ended', frozen: false, legalHold: false });
    expect(await runningIn(declined)).toEqual(['retentionReview']);
    expect(await rowOf(closed)).toMatchObject({ stage: 'received', legalHold: false, closedAt: null, endedAt: null });
    expect(await runningIn(closed)).toEqual(expect.arrayContaining(['screen', 'firstContact']));
  });

  it('leaves a record that is whole: its chain holds, and the read model is what it says', async () => {
    const { running, declined, closed } = await endedOverDeath();
    await lives(running, '2026-03-10 10:00');
    for (const theCase of [declined, closed]) {
      await hears(theCase, 'takeBackDeath', '2026-03-10 10:01');
      const { caseId } = theCase;
      const told = await store.prisma.auditEvent.findMany({ where: { caseId, type: 'deathTakenBack' } });
      expect(told).toHaveLength(1);
      expect(await checkChain(store.prisma, caseId)).toBeNull();
      expect(await rebuildReadModel(store, caseId, seeded().tools.columnsOf)).toMatchObject({ status: 'same' });
    }
  });

  it('can be said in such a case itself, which has a workflow again from then on', async () => {
    const { running, declined } = await endedOverDeath();
    expect(await livingCases(store.prisma)).not.toContain(declined.caseId);
    expect(await restartOf(store, declined.caseId, false)).toBeNull();
    expect(await restartOf(store, declined.caseId, false, true)).toMatchObject({
      state: { stage: 'ended', frozen: true },
    });
    await lives(declined, '2026-03-10 10:00');
    await hears(running, 'takeBackDeath', '2026-03-10 10:01');
    expect((await rowOf(running)).frozen).toBe(false);
    expect(await livingCases(store.prisma)).toContain(declined.caseId);
    expect(await restartOf(store, declined.caseId, false, true)).toMatchObject({ state: { frozen: false } });
  });

  it('keeps to the day to which a review had put the record off', async () => {
    const pair = await aPair(store.prisma);
    const { theCase } = await received('2026-03-02 09:00', { ...pair, ...low() });
    await theCase.does('screenReferral', decline, '2026-03-02 11:00');
    await theCase.does('endCase', {}, '2026-03-02 11:01');
    await theCase.does('keepRecord', { until: '2034-05-02', reasonId: newId() }, '2032-03-02 10:00');
    await theCase.does('recordDeath', { contentId: null }, '2032-04-01 10:00');
    expect(await runningIn(theCase)).toEqual([]);
    await lives(theCase, '2032-04-08 10:00');
    const { caseId } = theCase;
    const review = await store.prisma.clock.findFirstOrThrow({ where: { caseId, status: 'running' } });
    expect(review.data).toMatchObject({ kind: 'retentionReview', due: { type: 'day', date: '2034-05-02' } });
  });
});
