import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workflowIds } from '../../contracts/workflowIds.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { CaseState } from '../../domain/lifecycle/caseState.ts';
import type { Engine } from '../../platform/engine.ts';
import { newId } from '../../platform/ids.ts';
import { lateLadders } from '../../store/clocks/lateLadders.ts';
import { commandById } from '../../store/commands/findCommand.ts';
import { deliver } from '../../usecases/sendCommand.ts';
import type { DriftReport } from '../../workflows/driftCheck/driftCheck.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';

let product: TestProduct;

beforeAll(async () => {
  product = await startWorkerForTest();
});
afterAll(() => product?.stop());

async function accepted() {
  const theCase = new CaseOnEngine(product, whoeverMay);
  const pair = await aPair(product.store.prisma);
  expect(await theCase.send('submitReferral', aReferral(pair))).toMatchObject({ ok: true });
  expect(await theCase.send('screenReferral', { outcome: 'accept', adviceId: null })).toMatchObject({ ok: true });
  return { theCase, pair };
}

function anAction() {
  const actionId = newId();
  const agencyId = idOf('agency', 'police');
  return { actionId, agencyId, ownerId: null, riskCode: 'physicalHarm', urgent: false, due: null, contentId: newId() };
}

function round(name: 'driftCheck' | 'workflowCheck' | 'reconciler'): Promise<DriftReport> {
  return product.worker.client.workflow.execute(name, {
    workflowId: `${name}-${newId()}`,
    taskQueue: product.taskQueue,
    args: name === 'driftCheck' ? [true] : [],
  });
}

const runs = (workflowId: string) =>
  product.worker.client.workflow
    .getHandle(workflowId)
    .describe()
    .then(({ status }) => status.name === 'RUNNING');

describe('the drift check', () => {
  it('finds nothing where everything is as it was recorded', async () => {
    const { theCase } = await accepted();
    await theCase.send('setAction', anAction());
    expect(await round('driftCheck')).toMatchObject({ findings: [] });
  });

  it('mends a read model that is not what the record says', async () => {
    const { theCase } = await accepted();
    const { caseId } = theCase;
    const { prisma } = product.store;
    const { id } = await prisma.clock.findFirstOrThrow({ where: { caseId, status: 'running' } });
    await prisma.clock.update({ where: { id }, data: { status: 'ended', nextRungAt: null } });
    const { findings } = await round('driftCheck');
    const differences = [{ table: 'clock', rowId: id, columns: ['status', 'next_rung_at'] }];
    expect(findings).toContainEqual({ kind: 'readModelMended', caseId, differences });
    expect(await prisma.clock.findUnique({ where: { id } })).toMatchObject({ status: 'running' });
    expect(await round('driftCheck')).toMatchObject({ findings: [] });
  });

  it('gives a case without a workflow, and a flag without a watch, one again', async () => {
    const { theCase, pair } = await accepted();
    const watchId = workflowIds.ofPairWatch(pair.pairId);
    await theCase.until('a watch', () => runs(watchId).catch(() => false));
    const { client } = product.worker;
    await client.workflow.getHandle(theCase.workflowId).terminate('by mistake');
    await client.workflow.getHandle(watchId).terminate('by mistake');
    const { findings } = await round('workflowCheck');
    expect(findings).toContainEqual({ kind: 'caseRestarted', caseId: theCase.caseId });
    expect(findings).toContainEqual({ kind: 'watchRestarted', pairId: pair.pairId });
    expect(await runs(watchId)).toBe(true);
    expect(await theCase.send('setAction', anAction())).toMatchObject({ ok: true });
  });

  it('starts a workflow that is ahead of Postgres again from what Postgres holds', async () => {
    const { theCase } = await accepted();
    const { caseId, workflowId } = theCase;
    const state = await theCase.state();
    await product.worker.client.workflow.start('maracCase', {
      workflowId,
      taskQueue: product.taskQueue,
      args: [{ caseId, epoch: 1, state: { ...state, version: state.version + 3 }, mostEvents: null }],
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    });
    expect((await round('driftCheck')).findings).toContainEqual({ kind: 'workflowAhead', caseId });
    expect(await theCase.send('setAction', anAction())).toMatchObject({ ok: true });
  });

  it('tells a workflow that has not seen everything to look', async () => {
    const { theCase } = await accepted();
    const { caseId, workflowId } = theCase;
    const state = await theCase.state();
    await theCase.send('setAction', anAction());
    await product.worker.client.workflow.start('maracCase', {
      workflowId,
      taskQueue: product.taskQueue,
      args: [{ caseId, epoch: 1, state, mostEvents: null }],
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    });
    expect((await round('driftCheck')).findings).toContainEqual({ kind: 'workflowBehind', caseId });
    await theCase.until('the action is seen', async () => Object.keys((await theCase.state()).actions).length === 1);
  });
});

describe('the reconciler', () => {
  it('sends a command that was staged and never sent', async () => {
    const { theCase } = await accepted();
    const command = await theCase.stage('setAction', anAction());
    product.clock.advance(120_000);
    await round('reconciler');
    const row = await product.store.prisma.command.findUnique({ where: { id: command.commandId } });
    expect(row).toMatchObject({ status: 'resolved', answer: { ok: true } });
    expect(await product.store.prisma.action.count({ where: { caseId: theCase.caseId } })).toBe(1);
  });
});

describe('a matter that did not hear', () => {
  /** The workflow as a worker and an engine that died together leave it: before its last decision. */
  async function deafSince(theCase: CaseOnEngine, state: CaseState): Promise<void> {
    const { caseId, workflowId } = theCase;
    await product.worker.client.workflow.start('maracCase', {
      workflowId,
      taskQueue: product.taskQueue,
      args: [{ caseId, epoch: 1, state, mostEvents: null }],
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    });
  }
  const hasSeen = (theCase: CaseOnEngine, actions: number) => async () =>
    Object.keys((await theCase.state()).actions).length === actions;

  it('is told to look where the answer was found on record and not with the engine', async () => {
    const { theCase } = await accepted();
    const before = await theCase.state();
    const { commandId } = await theCase.stage('setAction', anAction());
    const command = await commandById(product.store.prisma, commandId);
    if (!command) throw new Error('A command was staged and is not there.');
    const recorded = await deliver(product, command);
    expect(recorded).toMatchObject({ ok: true, status: 'recorded' });
    expect(await product.store.prisma.unheardMatter.count()).toBe(0);
    await deafSince(theCase, before);
    const unanswered: Engine = { ...product.engine, sendCommand: async () => 'pending' };
    expect(await deliver({ ...product, engine: unanswered }, command)).toEqual(recorded);
    await round('reconciler');
    await theCase.until('the action is seen', hasSeen(theCase, 1));
    expect(await product.store.prisma.unheardMatter.count()).toBe(0);
  });

  it('is told to look where one of its rungs is late, whatever the reason, and reminds after all', async () => {
    const { theCase } = await accepted();
    const before = await theCase.state();
    const due = new Date(Date.now() + 3_000).toISOString();
    const action = { ...anAction(), urgent: true, due: { type: 'instant', at: due } as const };
    await theCase.send('setAction', action);
    await deafSince(theCase, before);
    const { prisma } = product.store;
    const { id: clockId } = await prisma.clock.findFirstOrThrow({ where: { subjectId: action.actionId } });
    const rungs = () => prisma.rung.count({ where: { label: 'dueNow', clockId } });
    await theCase.until('it is due', async () => new Date().toISOString() > due);
    // Nobody has noted that it did not hear.
    expect(await prisma.unheardMatter.count()).toBe(0);
    expect(await rungs()).toBe(0);
    product.clock.advance(180_000);
    await round('reconciler');
    await theCase.until('the reminder is recorded', async () => (await rungs()) === 1);
  });

  it('is left alone where nothing fires for it, or something else looks at it', async () => {
    const { theCase } = await accepted();
    const { caseId } = theCase;
    const { prisma } = product.store;
    const { data, id: _id, ...clock } = await prisma.clock.findFirstOrThrow({ where: { caseId, status: 'running' } });
    const { id: meetingId } = await prisma.meeting.findFirstOrThrow();
    const late = { ...clock, data: data as object, nextRungAt: new Date('2020-03-02T10:00:00Z') };
    const assessmentId = newId();
    await prisma.clock.createMany({
      data: [
        { ...late, id: newId() },
        { ...late, id: newId(), about: 'meeting', caseId: meetingId },
        { ...late, id: newId(), about: 'assessment', caseId: assessmentId },
      ],
    });
    const found = async () =>
      (await lateLadders(prisma, '2020-03-02T10:02:00.000Z', 10)).map(({ about, id }) => `${about} ${id}`).toSorted();
    expect(await found()).toEqual([`case ${caseId}`, `meeting ${meetingId}`]);
    await prisma.case.update({ where: { id: caseId }, data: { silent: true } });
    await prisma.meeting.update({ where: { id: meetingId }, data: { silent: true } });
    expect(await found()).toEqual([]);
    await prisma.case.update({ where: { id: caseId }, data: { silent: false, parked: true } });
    await prisma.meeting.update({ where: { id: meetingId }, data: { silent: false, parked: true } });
    expect(await found()).toEqual([]);
    await prisma.clock.deleteMany({ where: { nextRungAt: late.nextRungAt } });
  });
});
