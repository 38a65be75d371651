import { describe, expect, it } from 'vitest';
import { createStatementNames, plannedAnew } from './statementNames.ts';

describe('the names of prepared statements', () => {
  it('are given to what comes a second time, and stay', () => {
    const nameOf = createStatementNames();
    const [first, second, third] = [1, 2, 3].map(() => nameOf({ sql: 'SELECT 1' }));
    expect(first).toBe('');
    expect(second).toMatch(/^s[0-9a-f]{32}$/);
    expect(third).toBe(second);
  });

  it('differ where the statements do', () => {
    const nameOf = createStatementNames();
    for (const sql of ['SELECT 1', 'SELECT 2']) nameOf({ sql });
    expect(nameOf({ sql: 'SELECT 1' })).not.toBe(nameOf({ sql: 'SELECT 2' }));
  });

  it('are not given to what asks to be planned anew', () => {
    const nameOf = createStatementNames();
    const sql = `${plannedAnew.sql} SELECT 1`;
    expect([nameOf({ sql }), nameOf({ sql }), nameOf({ sql })]).toEqual(['', '', '']);
  });

  it('are so many and no more: a connection keeps what it prepared', () => {
    const nameOf = createStatementNames();
    for (let n = 0; n < 2_000; n += 1) nameOf({ sql: `SELECT ${String(n)}` });
    expect(nameOf({ sql: 'SELECT 1' })).not.toBe('');
    expect([nameOf({ sql: 'SELECT 1999' }), nameOf({ sql: 'SELECT 1999' })]).toEqual(['', '']);
  });
});
