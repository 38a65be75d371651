import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { addHours } from '../../../domain/calendar/london.ts';
import { newId } from '../../../platform/ids.ts';
import { withClient } from '../../../scripts/postgres/prepareDatabases.ts';
import '../../environment/testEnvironment.ts';
import type { Life } from '../life.ts';
import { anAction, received, type LivingCase } from '../livingCase.ts';
import { severalTurnsMs, whileLocked } from '../whileLocked.ts';

/** Longer than a local activity is tried before the engine's own timers take over. */
const outageMs = 9_000;
/** What concerns every case at once, the application's database away or slow first: lived one by one, after all others. */
export const livesOfAll: readonly Life[] = [
  {
    name: 'decision that waits for the database',
    async live(product) {
      const theCase = await received(product);
      const command = await theCase.stage('setAction', anAction());
      const name = new URL(product.databaseUrl).pathname.slice(1);
      await withClient(inject('testEnvironment').adminUrl, async (admin) => {
        await admin.query(`alter database ${name} allow_connections false`);
        await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
        const answer = theCase.deliver(command, 60_000);
        await pause(outageMs);
        await admin.query(`alter database ${name} allow_connections true`);
        const sent = await answer;
        if (typeof sent === 'string' || !sent.ok) throw new Error('The command was not recorded after the outage');
      });
      return { outage: theCase.workflowId };
    },
  },
  {
    name: 'command parked while the database is slow',
    async live(product) {
      const theCase = await received(product);
      const broken = await theCase.stage('setAction', anAction({ agencyId: 'not an id' }));
      await whileNoticesWait(theCase, () => theCase.deliver(broken, 40_000));
      await theCase.must('setAction', anAction());
      return { 'parked-slowly': theCase.workflowId };
    },
  },
  {
    name: 'fault in firing a ladder while the database is slow',
    async live(product) {
      const theCase = await received(product);
      const { clock } = product.store.prisma;
      const row = await clock.findFirstOrThrow({ where: { caseId: theCase.caseId, kind: 'screen' } });
      const mended = row.data as object;
      await clock.update({ where: { id: row.id }, data: { data: { ...mended, kind: 'unheardOf' } } });
      const wakes = Object.values((await theCase.state()).clocks).map(({ wakeAt }) => wakeAt ?? '9999');
      const first = wakes.sort()[0] ?? '';
      await whileNoticesWait(theCase, () => theCase.forwardTo(addHours(first, 1 / 12)));
      await clock.update({ where: { id: row.id }, data: { data: mended } });
      await theCase.forwardTo(addHours(first, 1));
      await theCase.accepted();
      return { 'fault-in-ladder': theCase.workflowId };
    },
  },
  {
    name: 'nightly rounds over all of these cases',
    async live({ worker: { client }, taskQueue }) {
      const [drift, workflows] = [`drift/${newId()}`, `workflows/${newId()}`];
      await client.workflow.execute('workflowCheck', { workflowId: workflows, taskQueue });
      await client.workflow.execute('driftCheck', { workflowId: drift, taskQueue, args: [true] });
      return { 'nightly.drift': drift, 'nightly.workflows': workflows };
    },
  },
];

/** Does something while nothing that writes a notice can go on, and the case is told to look again meanwhile. */
async function whileNoticesWait(theCase: LivingCase, work: () => Promise<unknown>): Promise<void> {
  const database = new URL(inject('testEnvironment').adminUrl);
  database.pathname = new URL(theCase.product.databaseUrl).pathname;
  const lock = { sql: 'lock table notice in exclusive mode' };
  await whileLocked(database.href, lock, severalTurnsMs + 2_000, async () => {
    const done = work();
    await pause(5_000);
    await theCase.lookAgain();
    await done;
  });
}
