import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { directReads, type Reads } from './directReads.ts';
import { PrismaClient } from './generated/client.ts';
import type { Prisma } from './generated/client.ts';
import { createWakeUp } from './notices/wakeDispatchers.ts';
import { readsTogether } from './readsTogether.ts';
import { createStatementNames } from './statementNames.ts';

/** A transaction, or the client itself where one statement is enough. */
export type Tx = Prisma.TransactionClient;

export interface Store {
  readonly prisma: PrismaClient;
  /** Reads that come with every request, past Prisma and over the same connections. */
  readonly reads: Reads;
  /** The same for small statements that are asked at once: they go to the database in one piece. */
  readonly readsTogether: Reads;
  /** Wakes whoever sends notices, once there are new ones to be seen. */
  readonly wakeDispatchers: () => void;
  /** Lets statements in flight finish and gives every connection back. */
  close(): Promise<void>;
}

export interface StoreOptions {
  /** Connections held at most. */
  readonly max: number;
  /** A statement that runs longer is cancelled by the database. */
  readonly statementTimeoutMs?: number;
  /** Told of connections that broke while idle; the next statement opens a new one. */
  readonly onBrokenConnection?: (error: Error) => void;
}

/**
 * How long a statement or a transaction waits for a free connection. Prisma's own 2 s for transactions is too little
 * where many send at once and the machine is busy: they were told the database was down, and it was only crowded.
 * As long as somebody waits for a decision anyway.
 */
const connectionWaitMs = 5_000;

/** The application's database behind one pool. Every session speaks UTC, whatever the server's own zone. */
export function createStore(databaseUrl: string, options: StoreOptions): Store {
  const told = options.onBrokenConnection ?? (() => undefined);
  const statementTimeoutMs = options.statementTimeoutMs ?? 30_000;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.max,
    connectionTimeoutMillis: connectionWaitMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    options: '-c timezone=UTC',
    application_name: 'marac',
    // Whoever sends several statements over one connection need not wait for the answer to each.
    pipeline: true,
  });
  pool.on('error', told);
  const nameOf = createStatementNames();
  const adapter = new PrismaPg(pool, {
    onConnectionError: told,
    statementNameGenerator: nameOf,
  });
  // A transaction as a whole may take as long as one statement of it, unless whoever opens it says otherwise.
  const transactionOptions = { maxWait: connectionWaitMs, timeout: statementTimeoutMs };
  const prisma = new PrismaClient({ adapter, errorFormat: 'minimal', transactionOptions });
  const close = async () => {
    await prisma.$disconnect();
    if (!pool.ending) await pool.end();
  };
  const reads = { reads: directReads(pool, nameOf), readsTogether: readsTogether(pool, nameOf) };
  return { prisma, ...reads, wakeDispatchers: createWakeUp(pool), close };
}

/** The same store seen from inside a transaction: what it reads and writes belongs to that, and goes where that goes. */
export function storeWithin(store: Store, tx: Tx): Store {
  // Only a transaction of its own cannot be opened in it; whoever tries has made a mistake and hears of it.
  return { ...store, prisma: tx as PrismaClient, reads: tx, readsTogether: tx };
}

/** The same store for whoever asks many small things at once, as the page of a case does. */
export function storeTogether(store: Store): Store {
  return { ...store, reads: store.readsTogether };
}
