import { setTimeout as pause } from 'node:timers/promises';
import type { CommandPayloads } from '../../../domain/lifecycle/command.ts';
import { decide } from '../../../domain/lifecycle/decide.ts';
import { newId } from '../../../platform/ids.ts';
import { idOf } from '../../../dev/seedDevelopment.ts';
import { recordDecision } from '../../../store/decisions/recordDecision.ts';
import { recordingTools } from '../../environment/caseInStore.ts';
import { aPair, aReferral } from '../../environment/invented.ts';
import type { TestProduct } from '../../environment/startWorkerForTest.ts';
import type { Life } from '../life.ts';
import type { EngineCommand } from '../../../workflows/messages.ts';
import { anAction, LivingCase, received } from '../livingCase.ts';
import { rowOfCase, rowOfCommand, severalTurnsMs, whileLocked } from '../whileLocked.ts';

/** What goes wrong around a case, and how it goes on. */
export const faultLives: readonly Life[] = [
  {
    name: 'parked command',
    async live(product) {
      const theCase = await received(product);
      const broken = anAction({ agencyId: 'not an id' });
      const sent = await theCase.deliver(await theCase.stage('setAction', broken));
      if (sent !== 'pending') throw new Error('The command was not parked');
      await theCase.must('setAction', anAction());
      return { 'parked-command': theCase.workflowId };
    },
  },
  {
    name: 'new run in the middle of a crowd',
    async live(product) {
      const theCase = await startedWith(product, 60);
      const actions = Array.from({ length: 40 }, () => anAction());
      await Promise.all(actions.map((action) => theCase.must('setAction', action)));
      const all = [...actions.slice(0, 20)].map(({ actionId }) => ({ actionId, noteId: null }));
      await Promise.all(all.map((done) => theCase.must('completeAction', done)));
      await theCase.accepted();
      return { 'new-run': theCase.workflowId };
    },
  },
  {
    name: 'full while an effect is under way',
    async live(product) {
      const theCase = await startedWith(product, 60);
      const other = await received(product, {}, { ...(await aPair(product.store.prisma)), ...victimOf(theCase) });
      const { workflow } = product.worker.client;
      const { workflowId, caseId } = other;
      const restart = async (taskQueue: string) => {
        await workflow.getHandle(workflowId).terminate();
        const args = [{ caseId, epoch: 1, state: null, mostEvents: null }];
        await workflow.start('maracCase', { workflowId, taskQueue, args });
      };
      // Nobody works on the other case for a while, so that the death cannot be told there yet.
      await restart(`nobody-${newId()}`);
      const actions = Array.from({ length: 12 }, () => anAction());
      for (const action of actions) await theCase.must('setAction', action);
      await theCase.must('recordDeath', { contentId: null });
      const complete = async (some: typeof actions) => {
        for (const { actionId } of some) await theCase.must('completeAction', { actionId, noteId: null });
      };
      await complete(actions.slice(0, 8));
      await restart(product.taskQueue);
      await other.until('the other case is frozen', async () => {
        return (await product.store.prisma.case.count({ where: { id: caseId, frozen: true } })) > 0;
      });
      await complete(actions.slice(8));
      return { 'full-with-effect': theCase.workflowId };
    },
  },
  {
    name: 'told to look again while a command waits',
    async live(product) {
      const theCase = await received(product);
      const [first, second] = [await theCase.stage('setAction', anAction()), await theCase.stage('caughtUp', {})];
      await whileLocked(product.databaseUrl, rowOfCase(theCase.caseId), 1_500, async () => {
        const answer = theCase.deliver(first);
        await pause(500);
        await theCase.lookAgain();
        await Promise.all([answer, theCase.deliver(second)]);
      });
      await theCase.refused('caughtUp', {});
      return { 'look-again': theCase.workflowId };
    },
  },
  {
    name: 'told to look again in its last moment',
    async live(product) {
      const safeguarding = { handoverId: newId(), toAgencyId: idOf('agency', 'childrens-services-kent') };
      const theCase = await received(product, { victimUnder16: true, safeguarding });
      const last = await theCase.stage('recordAcknowledgement', { handoverId: safeguarding.handoverId });
      await whileLocked(product.databaseUrl, rowOfCase(theCase.caseId), severalTurnsMs, async () => {
        const answer = theCase.deliver(last, 40_000);
        await pause(500);
        await theCase.lookAgain();
        await answer;
      });
      await theCase.ended();
      return { 'last-moment': theCase.workflowId };
    },
  },
  {
    name: 'commands that wait long for their turn',
    async live(product) {
      const theCase = await received(product);
      const stage = () => theCase.stage('setAction', anAction());
      const [first, second, third] = [await stage(), await stage(), await stage()];
      const answers: Promise<unknown>[] = [];
      const crowded = async (sent: readonly EngineCommand[]) => {
        answers.push(...sent.map((command) => theCase.deliver(command, 60_000)));
        await pause(500);
      };
      const locked = (lock: Parameters<typeof whileLocked>[1], times: number, work: () => Promise<unknown>) =>
        whileLocked(product.databaseUrl, lock, times * severalTurnsMs, work);
      await Promise.all([
        locked(rowOfCommand(third.commandId), 3, async () =>
          pause(2.2 * severalTurnsMs).then(() => theCase.lookAgain()),
        ),
        locked(rowOfCommand(second.commandId), 2, async () =>
          pause(1.2 * severalTurnsMs).then(() => theCase.lookAgain()),
        ),
        locked(rowOfCase(theCase.caseId), 1, () =>
          crowded([first])
            .then(() => crowded([second]))
            .then(() => crowded([third])),
        ),
      ]);
      await Promise.all(answers);
      return { 'long-turns': theCase.workflowId };
    },
  },
  {
    name: 'somebody else recorded first',
    async live(product) {
      const theCase = await received(product);
      await recordedBehindItsBack(theCase, anAction());
      await theCase.must('setAction', anAction());
      await recordedBehindItsBack(theCase, anAction());
      await theCase.lookAgain();
      await theCase.until('it has seen all three', async () => {
        return Object.keys((await theCase.state()).actions).length === 3;
      });
      return { behind: theCase.workflowId };
    },
  },
  {
    name: 'superseded by a rebuilt workflow',
    async live(product) {
      const theCase = await received(product);
      await product.store.prisma.case.update({ where: { id: theCase.caseId }, data: { epoch: 2 } });
      const command = await theCase.stage('setAction', anAction());
      const sent = await theCase.deliver(command, 3_000);
      if (sent !== 'pending' && sent !== 'gone') throw new Error('A superseded workflow answered');
      await theCase.ended();
      return { superseded: theCase.workflowId };
    },
  },
  {
    name: 'sent again by the reconciler',
    async live(product) {
      const theCase = await received(product);
      const command = await theCase.stage('setAction', anAction());
      product.clock.set(new Date(Date.now() + 60_000).toISOString());
      const workflowId = `reconciler/${newId()}`;
      const { client } = product.worker;
      await client.workflow.execute('reconciler', { workflowId, taskQueue: product.taskQueue });
      const row = await product.store.prisma.command.findUniqueOrThrow({ where: { id: command.commandId } });
      if (row.status !== 'resolved') throw new Error('The reconciler did not send the command');
      return { 'reconciled.case': theCase.workflowId, 'reconciled.reconciler': workflowId };
    },
  },
];

function victimOf({ pair }: LivingCase) {
  return { victimId: pair.victimId };
}

/** A case whose runs end after so many events, begun before its first command. */
async function startedWith(product: TestProduct, mostEvents: number): Promise<LivingCase> {
  const theCase = new LivingCase(product, await aPair(product.store.prisma));
  const args = [{ caseId: theCase.caseId, epoch: 1, state: null, mostEvents }];
  const { workflowId } = theCase;
  await product.worker.client.workflow.start('maracCase', { workflowId, taskQueue: product.taskQueue, args });
  await theCase.must('submitReferral', aReferral(theCase.pair));
  return theCase;
}

/** Records a decision as another worker would that the engine has forgotten about. */
async function recordedBehindItsBack(theCase: LivingCase, payload: CommandPayloads['setAction']): Promise<void> {
  const { store } = theCase.product;
  const { commandId, occurred } = await theCase.stage('setAction', payload);
  const state = await theCase.state();
  const now = theCase.now();
  const decision = decide(state, { type: 'setAction', payload }, { occurred, now });
  const seen = { caseId: theCase.caseId, epoch: 1, version: state.version };
  const input = { ...seen, commandId, commandType: 'setAction', occurred, recordedAt: now, decision } as const;
  await recordDecision(store, input, await recordingTools(store));
}
