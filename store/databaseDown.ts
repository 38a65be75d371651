import { Prisma } from './generated/client.ts';

/** Codes of Prisma for a server that cannot be reached, takes too long, or hangs up. */
const down = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']);
/** Classes and codes of Postgres for connections, resources and shutdowns; then those of the network. */
const downBelow = /^(08|53|57P0)|^(ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/;

/** Whether an error says that the database cannot be reached just now, as against a fault of ours. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  const { code, cause } = error as Error & { code?: unknown };
  if (typeof code === 'string' && (down.has(code) || downBelow.test(code))) return true;
  // The adapter of the driver names what happened in words of its own.
  const { kind, originalCode } = error as Error & { kind?: unknown; originalCode?: unknown };
  if (kind === 'DatabaseNotReachable' || kind === 'ConnectionClosed' || kind === 'SocketTimeout') return true;
  if (typeof originalCode === 'string' && downBelow.test(originalCode)) return true;
  return (
    isDatabaseDown(cause) ||
    /connection (terminated|timeout)|timeout exceeded when trying to connect/i.test(error.message)
  );
}
