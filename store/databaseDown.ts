import { Prisma } from './generated/client.ts';

/** Codes of Prisma for a server that cannot be reached, takes too long, hangs up, or had two writers in each other's way. */
const downCodes: readonly string[] = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037'];
/** What the adapter of the driver calls the same things, where a statement of our own was under way. */
const downKinds: readonly string[] = [
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
];
/**
 * What passes below: classes of Postgres for connections, resources and shutdowns; a statement that was cancelled for
 * taking too long (57014) or waiting too long for a lock (55P03), a server that only reads (25006), two transactions
 * in each other's way (40001, 40P01); and the words of the network.
 */
const downBelow =
  /^(?:08|53|57P0)|^(?:57014|55P03|25006|40001|40P01)$|^(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/;
/** The driver and its pool have no code for these, only words; these are all of them. */
const downInWords =
  /connection (?:terminated|ended|error)|socket hang up|not queryable|timeout exceeded when trying to connect/i;

/** Whether an error says that the database cannot be reached just now, as against a fault of ours. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return downCodes.includes(error.code) || isDownBelow(driverCause(error));
  // The pool itself gave up waiting, or a connection broke outside any statement or under one.
  return isDownBelow(error) || isDownBelow(error.cause) || downInWords.test(error.message);
}

interface DriverCause {
  readonly kind?: unknown;
  readonly code?: unknown;
  readonly originalCode?: unknown;
}

function driverCause({ meta }: Prisma.PrismaClientKnownRequestError): DriverCause {
  const { driverAdapterError } = (meta ?? {}) as { driverAdapterError?: { cause?: DriverCause } };
  return driverAdapterError?.cause ?? {};
}

function isDownBelow(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false;
  const { kind, code, originalCode }: DriverCause = cause;
  const isBelow = (value: unknown) => typeof value === 'string' && downBelow.test(value);
  return (typeof kind === 'string' && downKinds.includes(kind)) || isBelow(code) || isBelow(originalCode);
}
