import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restartCase } from '../../activities/restartCase.ts';
import { restartWatch } from '../../activities/restartWatch.ts';
import { workflowIds } from '../../contracts/workflowIds.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addHours, londonDate } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { rebuildReadModels } from '../../scripts/rebuild/rebuildReadModels.ts';
import { rebuildWorkflows } from '../../scripts/rebuild/rebuildWorkflows.ts';
import { CaseInStore, recordingTools } from '../environment/caseInStore.ts';
import { CaseOnEngine } from '../environment/caseOnEngine.ts';
import { aPair, aReferral } from '../environment/invented.ts';
import { sendForward } from '../environment/sendForward.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { asOwner } from './asOwner.ts';
import { whoeverMay } from '../environment/whoMaySend.ts';

const dayInSeconds = 86_400;
let product: TestProduct;

beforeAll(async () => {
  product = await startWorkerForTest();
});
afterAll(() => product?.stop());

function tools() {
  return { store: product.store, client: product.worker.client, taskQueue: product.taskQueue };
}

async function accepted(offsetMs: () => number = () => 0) {
  const theCase = new CaseOnEngine(product, whoeverMay, offsetMs);
  const pair = await aPair(product.store.prisma);
  expect(await theCase.send('submitReferral', aReferral(pair))).toMatchObject({ ok: true });
  expect(await theCase.send('screenReferral', { outcome: 'accept', adviceId: null })).toMatchObject({ ok: true });
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

const handleOf = (theCase: CaseOnEngine) => product.worker.client.workflow.getHandle(theCase.workflowId);
const rowOf = ({ caseId }: CaseOnEngine) => product.store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });

describe('case workflows, rebuilt from Postgres', () => {
  it('go on where the case stood when the engine was lost, and nothing acknowledged is lost', async () => {
    const { theCase } = await accepted();
    const action = anAction();
    expect(await theCase.send('setAction', action)).toMatchObject({ ok: true });
    const before = await theCase.state();
    await handleOf(theCase).terminate('the engine was lost');
    expect(await theCase.deliver(await theCase.stage('setAction', anAction()))).toBe('gone');
    expect(await restartCase(tools(), theCase.caseId, 'anyway')).toBe('restarted');
    expect(await theCase.state()).toEqual(before);
    expect(await theCase.send('completeAction', { actionId: action.actionId, noteId: null })).toMatchObject({
      ok: true,
    });
    expect((await rowOf(theCase)).epoch).toBe(2);
  });

  it('give a command that was answered before the same answer again, and record it no second time', async () => {
    const { theCase } = await accepted();
    const command = await theCase.stage('setAction', anAction());
    const answer = await theCase.deliver(command);
    await restartCase(tools(), theCase.caseId, 'anyway');
    expect(await theCase.deliver(command)).toEqual(answer);
    expect(await product.store.prisma.action.count({ where: { caseId: theCase.caseId } })).toBe(1);
  });

  it('fire the ladders of clocks that were set before', async () => {
    let offset = 0;
    const { theCase } = await accepted(() => offset);
    const due = londonDate(addHours(theCase.now(), 24 * 5));
    const action = anAction(due);
    await theCase.send('setAction', action);
    await handleOf(theCase).terminate('the engine was lost');
    await restartCase(tools(), theCase.caseId, 'anyway');
    await sendForward(product.temporalAddress, product.namespace, [theCase.workflowId], 9 * dayInSeconds);
    offset += 9 * dayInSeconds * 1000;
    const { prisma } = product.store;
    const clock = await prisma.clock.findFirstOrThrow({ where: { subjectId: action.actionId } });
    await theCase.until('the ladder climbed past its due day', async () => {
      const labels = (await prisma.rung.findMany({ where: { clockId: clock.id } })).map(({ label }) => label);
      return labels.some((label) => label.startsWith('overdue'));
    });
  });

  it('take over from one that still runs, which writes nothing more', async () => {
    const { theCase } = await accepted();
    await restartCase(tools(), theCase.caseId, 'anyway');
    const { caseId } = theCase;
    // The old one, as an engine restored to an earlier moment would bring it back: an older epoch and an older state.
    const old = { caseId, epoch: 1, state: null, mostEvents: null };
    await product.worker.client.workflow.start('maracCase', {
      workflowId: theCase.workflowId,
      taskQueue: product.taskQueue,
      args: [old],
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    });
    const command = await theCase.stage('setAction', anAction());
    expect(await theCase.deliver(command, 3_000)).not.toMatchObject({ ok: true });
    expect(await product.store.prisma.action.count({ where: { caseId } })).toBe(0);
    expect((await handleOf(theCase).describe()).status.name).toBe('COMPLETED');
    expect(await restartCase(tools(), caseId, 'ifMissing')).toBe('restarted');
    expect(await theCase.deliver({ ...command })).toMatchObject({ ok: true });
    expect(await product.store.prisma.action.count({ where: { caseId } })).toBe(1);
  });

  it('replace one that has seen facts Postgres does not hold, which ends instead of writing', async () => {
    const { theCase } = await accepted();
    const { caseId } = theCase;
    const state = await theCase.state();
    const ahead = { caseId, epoch: 1, state: { ...state, version: state.version + 4 }, mostEvents: null };
    await product.worker.client.workflow.start('maracCase', {
      workflowId: theCase.workflowId,
      taskQueue: product.taskQueue,
      args: [ahead],
      workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    });
    const command = await theCase.stage('setAction', anAction());
    expect(await theCase.deliver(command, 3_000)).not.toMatchObject({ ok: true });
    expect((await handleOf(theCase).describe()).status.name).toBe('COMPLETED');
    expect(await restartCase(tools(), caseId, 'anyway')).toBe('restarted');
    expect(await theCase.deliver(command)).toMatchObject({ ok: true });
    const { seq } = await rowOf(theCase);
    expect((await theCase.state()).version).toBe(seq);
  });

  it('are not started for a case that runs, unless that is asked for', async () => {
    const { theCase } = await accepted();
    expect(await restartCase(tools(), theCase.caseId, 'ifMissing')).toBe('running');
    expect((await rowOf(theCase)).epoch).toBe(1);
  });
});

describe('what a case had still to tell when the engine was lost', () => {
  it('is told: the death of a victim reaches the other cases', async () => {
    const { store } = product;
    const told = new CaseInStore(store, await recordingTools(store), whoeverMay);
    const pair = await aPair(store.prisma);
    await told.send('submitReferral', aReferral(pair), '2026-03-02 10:00');
    const other = new CaseOnEngine(product, whoeverMay);
    await other.send('submitReferral', aReferral({ ...(await aPair(store.prisma)), victimId: pair.victimId }));
    await told.send('recordDeath', { contentId: null }, '2026-03-03 10:00');
    expect(await restartCase(tools(), told.caseId, 'ifMissing')).toBe('restarted');
    const { caseId } = other;
    expect(await store.prisma.command.count({ where: { caseId, type: 'recordDeath', status: 'staged' } })).toBe(1);
  });
});

describe('the program that rebuilds', () => {
  it('starts every case and every watch again, and leaves a read model that is right as it is', async () => {
    const { theCase, pair } = await accepted();
    const lines: string[] = [];
    expect(await rebuildWorkflows(tools(), theCase.caseId, (line) => void lines.push(line))).toBe(0);
    expect(lines).toEqual(['1 cases, 0 meetings and 1 watches of flags were started from what Postgres remembers.']);
    expect(await theCase.send('setAction', anAction())).toMatchObject({ ok: true });
    const watch = await product.worker.client.workflow.getHandle(workflowIds.ofPairWatch(pair.pairId)).describe();
    expect(watch.status.name).toBe('RUNNING');
    expect(await rebuildReadModels(product.store, null, (line) => void lines.push(line))).toBe(0);
    expect(lines.at(-1)).toMatch(/^\d+ cases in [\d.]+ s: 0 mended, 0 with a broken record; 0 flags/);
  });
});

describe('an engine that knows more than a database restored to an earlier moment', () => {
  it('gives away exactly the commands that are to be entered again', async () => {
    const { theCase } = await accepted();
    const { caseId } = theCase;
    const { prisma } = product.store;
    const kept = await theCase.send('setAction', anAction()).then(() => rowOf(theCase));
    const lost = [await theCase.stage('setAction', anAction()), await theCase.stage('setAction', anAction())];
    for (const command of lost) expect(await theCase.deliver(command)).toMatchObject({ ok: true });
    // As the restored database would be: the last two decisions are not in it, nor are their commands.
    const ids = lost.map(({ commandId }) => commandId);
    const owner = asOwner(product.databaseUrl);
    await owner.prisma.auditEvent.deleteMany({ where: { caseId, seq: { gt: kept.seq } } });
    await owner.close();
    await prisma.command.deleteMany({ where: { id: { in: ids } } });
    await prisma.case.update({ where: { id: caseId }, data: { seq: kept.seq, lastHash: kept.lastHash } });
    await rebuildReadModels(product.store, caseId, () => undefined);
    // Even where the case was started again before anybody asked.
    expect(await restartCase(tools(), caseId, 'anyway')).toBe('restarted');
    const lines: string[] = [];
    expect(await rebuildWorkflows(tools(), caseId, (line) => void lines.push(line))).toBe(1);
    const named = lines.filter((line) => line.startsWith('To be entered again'));
    expect(named.map((line) => line.split('command ')[1])).toEqual(ids);
    expect((await theCase.state()).version).toBe(kept.seq);
    expect(await theCase.send('setAction', anAction())).toMatchObject({ ok: true });
    expect(await prisma.action.count({ where: { caseId } })).toBe(2);
  });
});

describe('the watch of a pair, rebuilt from Postgres', () => {
  it('ends the flag on its day although the engine had forgotten it', async () => {
    const { theCase, pair } = await accepted();
    const watch = product.worker.client.workflow.getHandle(workflowIds.ofPairWatch(pair.pairId));
    await theCase.until('a watch', () =>
      watch.describe().then(
        () => true,
        () => false,
      ),
    );
    await watch.terminate('the engine was lost');
    expect(await restartWatch(tools(), pair.pairId, 'anyway')).toBe('restarted');
    const flag = () => product.store.prisma.flag.findUniqueOrThrow({ where: { pairId: pair.pairId } });
    expect((await flag()).endedAt).toBeNull();
    const oneYear = 368 * dayInSeconds;
    await sendForward(product.temporalAddress, product.namespace, [watch.workflowId], oneYear).catch(() => undefined);
    await theCase.until('the flag has ended', async () => (await flag()).endedAt !== null);
  });
});
