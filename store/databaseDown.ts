import { Prisma } from './generated/client.ts';

/** Codes of Prisma for a server that cannot be reached, takes too long, or hangs up. */
const downCodes: readonly string[] = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'];
/** What the adapter of the driver calls the same things, where a statement of our own was under way. */
const downKinds: readonly string[] = [
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
];
/** Classes of Postgres for connections, resources and shutdowns, and the words of the network. */
const downBelow = /^(?:08|53|57P0)|^(?:ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND)$/;

/** Whether an error says that the database cannot be reached just now, as against a fault of ours. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError)
    return downCodes.includes(error.code) || isDownBelow(driverCause(error));
  // The pool itself gave up waiting, or a connection broke outside any statement.
  return isDownBelow(error) || /^timeout exceeded when trying to connect$/.test(error.message);
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

function isDownBelow(cause: object): boolean {
  const { kind, code, originalCode }: DriverCause = cause;
  const isBelow = (value: unknown) => typeof value === 'string' && downBelow.test(value);
  return (typeof kind === 'string' && downKinds.includes(kind)) || isBelow(code) || isBelow(originalCode);
}
