import { describe, expect, it } from 'vitest';
import { closingLine, verdict } from './runTests.ts';

const counts = { passed: 3, failed: 0, skipped: 0, errors: 0 };

describe('the end of a test run', () => {
  it('is a success only when tests ran and none failed', () => {
    expect(verdict(counts, 0)).toBe(0);
    expect(verdict({ ...counts, failed: 1 }, 0)).toBe(1);
    expect(verdict({ ...counts, errors: 1 }, 0)).toBe(1);
  });

  it('is a failure when no test ran at all', () => {
    expect(verdict({ ...counts, passed: 0, skipped: 5 }, 0)).toBe(1);
  });

  it('is a failure when the runner says so, whatever was counted', () => {
    expect(verdict(counts, 130)).toBe(130);
  });

  it('is said in one line that counts an error outside the tests as a failure', () => {
    expect(closingLine(counts)).toBe('3 passed, 0 failed');
    expect(closingLine({ ...counts, errors: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });
});
