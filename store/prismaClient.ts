import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';
import type { Prisma } from './generated/client.ts';
import { createStatementNames } from './statementNames.ts';

/** A transaction, or the client itself where one statement is enough. */
export type Tx = Prisma.TransactionClient;

export interface Store {
  readonly prisma: PrismaClient;
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

/** The application's database behind one pool. Every session speaks UTC, whatever the server's own zone. */
export function createStore(databaseUrl: string, options: StoreOptions): Store {
  const told = options.onBrokenConnection ?? (() => undefined);
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl,
      max: options.max,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: options.statementTimeoutMs ?? 30_000,
      options: '-c timezone=UTC',
      application_name: 'marac',
    },
    { onPoolError: told, onConnectionError: told, statementNameGenerator: createStatementNames() },
  );
  const prisma = new PrismaClient({ adapter, errorFormat: 'minimal' });
  return { prisma, close: () => prisma.$disconnect() };
}
