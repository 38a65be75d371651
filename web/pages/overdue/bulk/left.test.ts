import { describe, expect, it } from 'vitest';
import { refusalMeanings } from '../../../../domain/lifecycle/refusal.ts';
import { leftSchema, writeLeft } from './left.ts';

const [one, other] = ['0190a0c4-0000-7000-8000-000000000001', '0190a0c4-0000-7000-8000-000000000002'];

describe('what of a batch was not sent, in the address of its result', () => {
  it('is each duty with the sentence that belongs to its code', () => {
    const address = [
      writeLeft({ clockId: one, why: 'UNKNOWN_CLOCK' }),
      writeLeft({ clockId: other, why: 'ONLY_ACTIONS' }),
    ];
    expect(leftSchema.parse(address)).toEqual([
      { clockId: one, problem: refusalMeanings.UNKNOWN_CLOCK },
      { clockId: other, problem: 'This is no action: only actions are moved, given away or ended here.' },
    ]);
    expect(leftSchema.parse(address[0])).toHaveLength(1);
    expect(leftSchema.parse(undefined)).toEqual([]);
  });

  it.each([
    ['a code that is none of ours', `${one}.YOUR_ACCOUNT_IS_LOCKED`],
    ['the name of something every object has', `${one}.constructor`],
    ['words', `${one}.Ring 01632 960555`],
    ['no id', 'her.UNKNOWN_CLOCK'],
    ['a duty without a reason', one],
  ])('leaves out %s: an address says nothing in words of its own', (_what, written) => {
    expect(leftSchema.parse([written])).toEqual([]);
  });
});
