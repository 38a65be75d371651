import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from './readRecord.ts';
import { revisionOf } from './revisionOf.ts';

/** A record of a case: each entry by its type, and whether a command led to it. */
function recordOf(...entries: readonly (readonly [type: string, byCommand: boolean])[]): readonly RecordedEvent[] {
  return entries.map(([type, byCommand], index) => ({
    recorded: { id: `fact-${String(index)}`, seq: index + 1, recordedAt: '2026-03-02T10:00:00.000Z', fact: { type } },
    commandId: byCommand ? 'command-1' : null,
    hashed: {},
    previousHash: '',
    hash: '',
  })) as unknown as readonly RecordedEvent[];
}

describe('the revision of a case, by its record', () => {
  it('is moved by what a command led to, clocks included', () => {
    expect(revisionOf(recordOf(['referralReceived', true], ['clockStarted', true]))).toBe(2);
  });

  it('is not moved by rungs, by a flag that ends or by a parked command', () => {
    const begun = [['referralReceived', true]] as const;
    expect(revisionOf(recordOf(...begun, ['rungFired', false]))).toBe(1);
    expect(revisionOf(recordOf(...begun, ['flagEnded', false], ['clockEnded', false]))).toBe(1);
    expect(revisionOf(recordOf(...begun, ['commandParked', true]))).toBe(1);
  });

  it('is moved by the end of the case, which no command asks for', () => {
    const ended = [
      ['caseEnded', false],
      ['clockStarted', false],
    ] as const;
    expect(revisionOf(recordOf(['caseClosed', true], ['clockEnded', false], ...ended))).toBe(4);
    // A death that is taken back opens it again: a day that is over by itself moves nothing then, as before the end.
    expect(revisionOf(recordOf(...ended, ['deathTakenBack', true], ['clockEnded', false]))).toBe(3);
  });
});
