import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '../../../scripts/postgres/prepareDatabases.ts';
import { inject } from 'vitest';
import type { Life } from '../life.ts';
import { anAction, received } from '../livingCase.ts';

/** Longer than a local activity is tried before the engine's own timers take over. */
const outageMs = 9_000;

/** The application's database away for a while: every case waits for it, so this is lived after all others. */
export const outageLife: Life = {
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
};
