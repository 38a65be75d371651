import { describe, expect, it } from 'vitest';
import { shortWarning } from './followLog.ts';

describe('a line of a program’s log', () => {
  it('is shown at once when it warns', () => {
    expect(shortWarning('{"level":40,"msg":"the mail server refuses","code":"EENVELOPE"}')).toBe(
      'warning: the mail server refuses (EENVELOPE)',
    );
    expect(shortWarning('{"level":50,"msg":"parked"}')).toBe('error: parked');
  });

  it('stays in the file when it only informs or is no JSON', () => {
    expect(shortWarning('{"level":30,"msg":"ready"}')).toBeUndefined();
    expect(shortWarning('plain words')).toBeUndefined();
  });
});
