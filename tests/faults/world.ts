import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { Anchor } from '../../platform/anchorFile.ts';
import { readConfig } from '../../platform/config.ts';
import { createDataConverter } from '../../platform/payloadCodec.ts';
import { type Chance, chanceOf } from '../../scripts/year/random.ts';
import { createStore, type Store } from '../../store/prismaClient.ts';
import type { ProductProcesses } from '../environment/programs/startProduct.ts';
import { type Caller, createCaller } from './caller.ts';
import { Ledger } from './ledger.ts';

/** A stretch of time in which something was down or dying; what was under way then may have been done twice. */
export interface Disturbance {
  readonly from: number;
  readonly until: number;
}

/** The product under test and what was sent to it. */
export interface World {
  readonly product: ProductProcesses;
  readonly form: 'short' | 'long';
  /** Chance that follows from the seed and a name, whatever comes first elsewhere. */
  chanceFor(name: string): Chance;
  readonly ledger: Ledger;
  readonly caller: Caller;
  /** Our own look into the application's database. */
  readonly store: Store;
  /** Our own look into the engine. */
  readonly engine: Client;
  readonly disturbances: Disturbance[];
  /** Commands after which the product sends further ones by itself, to cases that nobody sent anything. */
  readonly causes: Set<string>;
  /** Allocations that one order to hand over a caseload led to. */
  readonly handedOver: Set<string>;
  /** What the anchor file says of a database that was put back to an earlier moment since. */
  readonly lostAnchors: Anchor[];
  /** Cases sent so far; each gets a number of its own. */
  cases: number;
  /** Messages that went out more than once, all of them under way in a disturbance. */
  copies: number;
  close(): Promise<void>;
}

/** Looks at a started product; everything by chance follows from the seed. */
export function createWorld(product: ProductProcesses, seed: string, form: World['form']): World {
  const ledger = new Ledger();
  const store = createStore(product.databaseUrl, { max: 4 });
  const { connection, client } = engineOf(product);
  return {
    product,
    form,
    chanceFor: (name) => chanceOf(`faults/${seed}/${name}`),
    ledger,
    caller: createCaller(product.addresses, ledger),
    store,
    engine: client,
    disturbances: [],
    causes: new Set(),
    handedOver: new Set(),
    lostAnchors: [],
    cases: 0,
    copies: 0,
    close: async () => {
      await connection.close();
      await store.close();
    },
  };
}

function engineOf({ engine, env }: ProductProcesses): { readonly connection: Connection; readonly client: Client } {
  const dataConverter: DataConverter = createDataConverter(readConfig({ ...env }, 'worker').payloadKeys);
  const connection = Connection.lazy({ address: engine.address });
  return { connection, client: new Client({ connection, namespace: engine.namespace, dataConverter }) };
}

/** Does something that disturbs the product, and remembers when. */
export async function disturbing<T>({ disturbances }: World, work: () => Promise<T>): Promise<T> {
  const from = Date.now();
  try {
    return await work();
  } finally {
    disturbances.push({ from, until: Date.now() });
  }
}
