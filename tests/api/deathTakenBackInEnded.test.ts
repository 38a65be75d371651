import { describe, expect, it } from 'vitest';
import { isRunning } from '../../activities/checkCase.ts';
import type { CaseView } from '../../contracts/views/caseView.ts';
import { workflowIds } from '../../contracts/workflowIds.ts';
import type { Engine } from '../../platform/engine.ts';
import { sendAgain } from '../environment/sendAgain.ts';
import { nameApart } from '../environment/nameApart.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody, dash, officeForTest } from './officeForTest.ts';

const office = officeForFile();
// Amy coordinates Maidstone, Marek refers for the police.
const [amy, marek] = [office.as('amy.adeyemi'), office.as('marek.nowak')];

const soon = { timeout: 30_000 };
const why = { reason: 'It was a neighbour of the same name. The victim rang the police today.' };
const low = { policeGrade: 'standard', assessment: { tool: 'DASH', version: 'marac-1', answers: dash(3) } };
let people = 0;
const seen = async (reference: string) => (await amy.get<CaseView>(`/cases/${reference}`)).body;
const stageOf = async (reference: string) => (await seen(reference)).stage;
const runningIn = async (reference: string) =>
  (await seen(reference)).clocks.filter(({ status }) => status === 'running').map(({ kind }) => kind);
const historyOf = async (reference: string) =>
  (await amy.get<{ items: { what: string }[] }>(`/cases/${reference}/history`)).body.items.map(({ what }) => what);

async function hasWorkflow(reference: string): Promise<boolean> {
  const { store, worker } = office.product;
  const { id } = await store.prisma.case.findUniqueOrThrow({ where: { reference } });
  return isRunning(worker.client, workflowIds.ofCase(id));
}

async function referred(body: object): Promise<string> {
  const { reference } = (await marek.post('/referrals', body)).body;
  expect(reference).toMatch(/./);
  return reference;
}

/** Nobody who is taken for another: whether two records are of one person is a duty that outlives a referral. */
function anotherWhoHarms() {
  people += 1;
  const [givenNames, familyName] = [nameApart(people), `Under${nameApart(people + 20)}`];
  return { givenNames, familyName, dateOfBirth: `${1960 + 3 * people}-0${people}-1${people}`, sex: 'male' };
}

/** Three cases of one victim who is taken for dead: one that runs, one declined after, and one closed over the death. Both have ended. */
async function endedOverDeath() {
  const body = aReferralBody();
  const beside = () => referred({ ...aReferralBody(low), victim: body.victim, perpetrator: anotherWhoHarms() });
  const [running, declined, closed] = [await referred(body), await beside(), await beside()];
  const decline = { outcome: 'decline', reason: 'notDomesticAbuse', advice: 'Neighbours; the community team helps.' };
  expect((await amy.post(`/cases/${declined}/screening`, decline)).body.status).toBe('recorded');
  await expect.poll(() => runningIn(declined), soon).toEqual(['retentionReview']);
  expect((await amy.post(`/cases/${running}/death`, {})).body.status).toBe('recorded');
  for (const reference of [declined, closed])
    await expect.poll(async () => (await seen(reference)).frozen, soon).toBe(true);
  expect((await amy.post(`/cases/${closed}/closure`, {})).body.status).toBe('recorded');
  await expect.poll(() => stageOf(closed), soon).toBe('ended');
  for (const reference of [declined, closed]) {
    expect(await runningIn(reference)).toEqual([]);
    // What it told others has arrived, and its workflow is over.
    await expect.poll(() => hasWorkflow(reference), soon).toBe(false);
  }
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
    for (const reference of [declined, closed]) expect(await hasWorkflow(reference)).toBe(true);
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
    const caseId = { in: cases.map(({ id }) => id) };
    expect(await prisma.command.count({ where: { caseId, status: 'staged' } })).toBe(0);
  });

  it('is offered there to whoever may take it back, and to nobody once it is', async () => {
    const { declined } = await endedOverDeath();
    expect((await marek.post(`/cases/${declined}/death-withdrawal`, why)).status).toBe(403);
    expect((await amy.post(`/cases/${declined}/death-withdrawal`, why)).body.status).toBe('recorded');
    expect((await amy.post(`/cases/${declined}/death-withdrawal`, why)).body.code).toBe('CASE_ENDED');
  });
});
