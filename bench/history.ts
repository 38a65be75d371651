import { Client, Connection } from '@temporalio/client';
import type { History } from '@temporalio/common/lib/proto-utils.js';
import pg from 'pg';
import { workflowIds } from '../contracts/workflowIds.ts';
import { readConfig } from '../platform/config.ts';
import { createDataConverter } from '../platform/payloadCodec.ts';
import type { ProductProcesses } from '../tests/environment/programs/startProduct.ts';
import type { Bench } from './row.ts';

/** Where the engine keeps the history of a case. */
export interface Histories {
  readonly of: (reference: string) => Promise<History>;
}

/** The histories of a product's cases, by reference. */
export async function historiesOf(bench: Bench, product: ProductProcesses): Promise<Histories> {
  const { payloadKeys } = readConfig({ ...product.env }, 'worker');
  const connection = await Connection.connect({ address: product.engine.address });
  const dataConverter = createDataConverter(payloadKeys);
  const client = new Client({ connection, namespace: product.engine.namespace, dataConverter });
  const db = new pg.Client({ connectionString: product.databaseUrl });
  await db.connect();
  bench.afterwards(() => connection.close());
  bench.afterwards(() => db.end());
  return {
    async of(reference) {
      const { rows } = await db.query<{ id: string }>('SELECT id FROM "case" WHERE reference = $1', [reference]);
      return client.workflow.getHandle(workflowIds.ofCase(rows[0]?.id ?? '')).fetchHistory();
    },
  };
}
