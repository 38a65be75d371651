import { describe, expect, it } from 'vitest';
import { isBug } from './faults.ts';

function prismaError(code: string, more: object = {}): Error {
  return Object.assign(new Error('words of the database'), { name: 'PrismaClientKnownRequestError', code, ...more });
}

function raw(sqlState: string): Error {
  return prismaError('P2010', { meta: { driverAdapterError: { cause: { originalCode: sqlState } } } });
}

describe('a fault while a decision is recorded', () => {
  it.each([
    ['no connection to the database', prismaError('P1001')],
    ['no free connection', prismaError('P2024')],
    ['a transaction that ran out of time', prismaError('P2028')],
    ['a deadlock', raw('40P01')],
    ['a server that is being shut down', raw('57P01')],
    ['too many connections', raw('53300')],
    ['a database that is read-only for now', raw('25006')],
    ['a statement that ran out of time', raw('57014')],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
    ['a refused connection', Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })],
  ])('that is an outage is tried again for ever: %s', (_what, error) => {
    expect(isBug(error, 1)).toBe(false);
    expect(isBug(error, 10_000)).toBe(false);
  });

  it.each([
    ['a mistake in the code', new TypeError('x is undefined')],
    ['something the code says of itself', new Error('A clock needs a case.')],
    ['a value the column cannot hold', raw('22P02')],
    ['a broken foreign key', raw('23503')],
    ['a missing table', raw('42P01')],
    ['a row that is not there', prismaError('P2025')],
    ['a query that makes no sense', Object.assign(new Error(''), { name: 'PrismaClientValidationError' })],
    ['something that is no error', 'thrown text'],
  ])('that is a bug is parked at once: %s', (_what, error) => {
    expect(isBug(error, 1)).toBe(true);
  });

  it('that another attempt was first is tried again, and taken for a bug only when that never ends', () => {
    expect(isBug(raw('23505'), 3)).toBe(false);
    expect(isBug(raw('23505'), 100)).toBe(true);
  });
});
