import os from 'node:os';
import pg from 'pg';
import { engineVersion } from '../scripts/engine/engineVersion.ts';

/** On what something was measured; a figure without it says nothing. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  readonly postgres: string;
  readonly engine: string;
}

/** This machine, with the Postgres that answers there. */
export async function thisMachine(postgresUrl: string): Promise<Machine> {
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('show server_version');
  await client.end();
  return {
    processor: os.cpus()[0]?.model.trim() ?? 'unknown',
    cores: os.cpus().length,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()}, ${os.arch()}`,
    node: process.versions.node,
    postgres: rows[0]?.server_version ?? 'unknown',
    engine: `Temporal ${engineVersion}`,
  };
}
