import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';

let product: TestProduct;

beforeAll(async () => {
  product = await startWorkerForTest();
});
afterAll(() => product?.stop());

async function received() {
  const theCase = new CaseOnEngine(product, whoeverMay);
  const pair = await aPair(product.store.prisma);
  expect(await theCase.send('submitReferral', aReferral(pair))).toMatchObject({ ok: true });
  return { theCase, pair };
}

function anAction(due: string | null = null) {
  return {
    actionId: newId(),
    agencyId: idOf('agency', 'police'),
    ownerId: null,
    riskCode: 'physicalHarm',
    urgent: false,
    due: due === null ? null : ({ type: 'day', date: due } as const),
    contentId: newId(),
  };
}

describe('a case on the engine', () => {
  it('begins with its referral and takes commands one after the other', async () => {
    const { theCase } = await received();
    expect(await theCase.send('screenReferral', { outcome: 'accept', adviceId: null })).toMatchObject({ ok: true });
    const again = await theCase.send('screenReferral', { outcome: 'accept', adviceId: null });
    expect(again).toEqual({ ok: false, code: 'ALREADY_ACCEPTED' });
    expect(await theCase.state()).toMatchObject({ stage: 'accepted', accepted: true });
  });

  it('answers many at once, each exactly once', async () => {
    const { theCase } = await received();
    const actions = Array.from({ length: 25 }, () => anAction());
    const answers = await Promise.all(actions.map((action) => theCase.send('setAction', action)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await product.store.prisma.action.count({ where: { caseId: theCase.caseId } })).toBe(25);
  });

  it('gives the same command sent five times at once one answer and one effect', async () => {
    const { theCase } = await received();
    const command = await theCase.stage('setAction', anAction());
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => theCase.deliver(command)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await product.store.prisma.action.count({ where: { caseId: theCase.caseId } })).toBe(1);
  });

  it('goes on in a new run when its history is full, with nobody’s command lost', async () => {
    const theCase = new CaseOnEngine(product, whoeverMay);
    const referral = await theCase.stage('submitReferral', aReferral(await aPair(product.store.prisma)));
    const { client } = product.worker;
    await client.workflow.start('maracCase', {
      workflowId: theCase.workflowId,
      taskQueue: product.taskQueue,
      args: [{ caseId: theCase.caseId, epoch: 1, state: null, mostEvents: 40 }],
    });
    expect(await theCase.deliver(referral)).toMatchObject({ ok: true });
    const [first] = await runsOf(theCase);
    const answers = await Promise.all(Array.from({ length: 60 }, () => theCase.send('setAction', anAction())));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await product.store.prisma.action.count({ where: { caseId: theCase.caseId } })).toBe(60);
    expect((await runsOf(theCase))[0]).not.toBe(first);
  });

  it('parks a command that runs into a bug and goes on with the others', async () => {
    const { theCase } = await received();
    const broken = { ...anAction(), agencyId: 'not an id' };
    const sent = await theCase.deliver(await theCase.stage('setAction', broken));
    expect(sent).toBe('pending');
    expect(await theCase.send('setAction', anAction())).toMatchObject({ ok: true });
    const { caseId } = theCase;
    expect(await product.store.prisma.command.count({ where: { caseId, status: 'parked' } })).toBe(1);
    expect(await product.store.prisma.case.findUnique({ where: { id: caseId } })).toMatchObject({ parked: true });
    expect(await product.store.prisma.notice.count({ where: { caseId, code: 'commandParked' } })).toBeGreaterThan(0);
  });

  it('fires a rung whose time has come while nobody sends anything', async () => {
    const { theCase } = await received();
    const today = londonDate(new Date().toISOString());
    await theCase.send('caughtUp', {});
    await theCase.send('setAction', anAction(today));
    await theCase.until('a rung', async () => {
      const rungs = await product.store.prisma.rung.count({ where: { caseId: theCase.caseId } });
      return rungs > 0 || new Date().getUTCHours() < 9;
    });
  });

  it('tells every other case of a victim that the victim has died', async () => {
    const { theCase, pair } = await received();
    const other = new CaseOnEngine(product, whoeverMay);
    await other.send('submitReferral', aReferral({ ...(await aPair(product.store.prisma)), victimId: pair.victimId }));
    expect(await theCase.send('recordDeath', { contentId: null })).toMatchObject({ ok: true });
    await other.until('the other case is frozen', async () => (await other.state()).frozen);
    const row = await product.store.prisma.case.findUnique({ where: { id: other.caseId } });
    expect(row).toMatchObject({ frozen: true, legalHold: true });
  });
});

async function runsOf(theCase: CaseOnEngine): Promise<readonly string[]> {
  const { runId } = await product.worker.client.workflow.getHandle(theCase.workflowId).describe();
  return [runId];
}
