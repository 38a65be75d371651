import { describe, expect, it } from 'vitest';
import { isDatabaseDown } from './databaseDown.ts';
import { Prisma } from './generated/client.ts';

const known = (code: string, cause: object = {}) =>
  new Prisma.PrismaClientKnownRequestError('', { code, clientVersion: '', meta: { driverAdapterError: { cause } } });

describe('a database that is away just now', () => {
  it.each([
    ['stopped under a statement', new Error('Connection terminated unexpectedly')],
    ['gave no connection in time', new Error('timeout exceeded when trying to connect')],
    ['refused the connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['ended the session', Object.assign(new Error('terminating connection'), { code: '57P01' })],
    ['only reads', known('P2010', { originalCode: '25006', kind: 'postgres' })],
    ['cancelled what took too long', known('P2010', { originalCode: '57014', kind: 'postgres' })],
    ['had two writers in each other’s way', known('P2034')],
    ['has no connection left', known('P2010', { kind: 'TooManyConnections' })],
    ['gave the adapter no connection', Object.assign(new Error('adapter'), { cause: { originalCode: '53300' } })],
  ])('%s', (_what, error) => {
    expect(isDatabaseDown(error)).toBe(true);
  });

  it.each([
    ['a row that breaks a rule', known('P2002', { originalCode: '23505', kind: 'UniqueConstraintViolation' })],
    ['a value that is none', known('P2010', { originalCode: '22P02', kind: 'postgres' })],
    ['a fault of ours', new TypeError('undefined is not a function')],
    ['something that is no error', 'ECONNREFUSED'],
  ])('is another thing than %s', (_what, error) => {
    expect(isDatabaseDown(error)).toBe(false);
  });
});
