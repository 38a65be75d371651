import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { Engine } from '../../platform/engine.ts';
import { sendAgain } from '../environment/sendAgain.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody, dash, officeForTest } from './officeForTest.ts';

const office = officeForFile();
// Amy coordinates Maidstone; Joanna advises there, Marek refers for the police.
const [amy, joanna, marek] = [office.as('amy.adeyemi'), office.as('joanna.pike'), office.as('marek.nowak')];

const soon = { timeout: 60_000 };
const why = { reason: 'It was a neighbour of the same name. The victim rang the police today.' };
const low = { policeGrade: 'standard', assessment: { tool: 'DASH', version: 'marac-1', answers: dash(3) } };
const harming = { givenNames: 'Barnaby', sex: 'male' } as const;
const seen = async (reference: string) => (await amy.get<CaseView>(`/cases/${reference}`)).body;
const stageOf = async (reference: string) => (await seen(reference)).stage;
const runningIn = async (reference: string) =>
  (await seen(reference)).clocks.filter(({ status }) => status === 'running').map(({ kind }) => kind);
const historyOf = async (reference: string) =>
  (await amy.get<{ items: { what: string }[] }>(`/cases/${reference}/history`)).body.items.map(({ what }) => what);

async function referred(body: object): Promise<string> {
  const { reference } = (await marek.post('/referrals', body)).body;
  expect(reference).toMatch(/./);
  return reference;
}

/** Three cases of one victim who is taken for dead: one that runs, one declined after, and one closed over the death. Both have ended. */
async function endedOverDeath() {
  const body = aReferralBody();
  // None is taken for another: whether two records are of one person is a duty that outlives a referral.
  const beside = (familyName: string, dateOfBirth: string) =>
    referred({ ...aReferralBody(low), victim: body.victim, perpetrator: { ...harming, familyName, dateOfBirth } });
  const running = await referred(body);
  const declined = await beside('Underhill', '1971-11-02');
  const closed = await beside('Zephyrine', '1995-08-23');
  const decline = { outcome: 'decline', reason: 'notDomesticAbuse', advice: 'Neighbours; the community team helps.' };
  expect((await amy.post(`/cases/${declined}/screening`, decline)).body.status).toBe('recorded');
  await expect.poll(() => stageOf(declined), soon).toBe('ended');
  expect((await joanna.post(`/cases/${running}/death`, {})).body.status).toBe('recorded');
  for (const reference of [declined, closed])
    await expect.poll(async () => (await seen(reference)).frozen, soon).toBe(true);
  expect((await amy.post(`/cases/${closed}/closure`, {})).body.status).toBe('recorded');
  await expect.poll(() => stageOf(closed), soon).toBe('ended');
  for (const reference of [declined, closed]) expect(await runningIn(reference)).toEqual([]);
  return { running, declined, closed };
}

describe('a death that is taken back, and cases of hers that had ended altogether', { timeout: 240_000 }, () => {
  it('reaches them: the referral nobody had screened is to be screened, the record of the other is reviewed', async () => {
    const { running, declined, closed } = await endedOverDeath();
    expect((await amy.post(`/cases/${running}/death-withdrawal`, why)).body.status).toBe('recorded');
    await expect.poll(() => stageOf(closed), soon).toBe('received');
    expect(await runningIn(closed)).toEqual(expect.arrayContaining(['screen', 'firstContact']));
    await expect.poll(async () => (await seen(declined)).legalHold, soon).toBe(false);
    expect(await stageOf(declined)).toBe('ended');
    expect(await runningIn(declined)).toEqual(['retentionReview']);
    expect((await historyOf(declined)).join(' ')).toContain(
      'The death was taken back in another case of the victim: it had been recorded by mistake. The record is held no more, and is reviewed as that of any case that has ended.',
    );
    // Both live on: each takes what it can be sent now, and the one that stays ended nothing else.
    expect((await amy.post(`/cases/${closed}/screening`, { outcome: 'accept' })).body.status).toBe('recorded');
    expect((await amy.post(`/cases/${declined}/screening`, { outcome: 'accept' })).body.code).toBe('CASE_ENDED');
    expect((await amy.post(`/cases/${declined}/death`, {})).body.status).toBe('recorded');
  });

  it('can be said in one of them, is kept while the engine is away, and is recorded once in each', async () => {
    const { running, declined, closed } = await endedOverDeath();
    const away: Engine = { ...office.product.engine, sendCommand: async () => 'pending' };
    const during = officeForTest({ ...office.product, engine: away }).as('amy.adeyemi');
    const kept = await during.post(`/cases/${declined}/death-withdrawal`, why);
    expect(kept.status).toBe(202);
    await Promise.all([sendAgain(office.product), sendAgain(office.product)]);
    for (const reference of [declined, running, closed])
      await expect.poll(async () => (await seen(reference)).frozen, soon).toBe(false);
    await sendAgain(office.product);
    const { prisma } = office.product.store;
    const cases = await prisma.case.findMany({ where: { reference: { in: [declined, running, closed] } } });
    for (const { id: caseId } of cases)
      expect(await prisma.auditEvent.count({ where: { caseId, type: 'deathTakenBack' } })).toBe(1);
    expect(await prisma.command.count({ where: { status: 'staged' } })).toBe(0);
  });

  it('is offered there to whoever may take it back, and to nobody once it is', async () => {
    const { declined } = await endedOverDeath();
    expect((await joanna.post(`/cases/${declined}/death-withdrawal`, why)).body.code).toBe('NOT_ALLOWED');
    expect((await amy.post(`/cases/${declined}/death-withdrawal`, why)).body.status).toBe('recorded');
    expect((await amy.post(`/cases/${declined}/death-withdrawal`, why)).body.code).toBe('CASE_ENDED');
  });
});
