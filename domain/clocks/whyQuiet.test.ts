import { describe, expect, it } from 'vitest';
import { nationalLadders } from '../policy/nationalLadders.ts';
import type { Ladder } from './ladder.ts';
import { readSteps } from './ladderSteps.ts';
import { settableLadders, whyQuiet } from './whyQuiet.ts';

function why(type: Ladder['type'], ...lines: readonly string[]): string | null {
  const read = readSteps(lines.join('\n'), type);
  if (!read.ok) throw new Error(read.problem);
  return whyQuiet({ type, source: 'test', ...read.steps } as Ladder);
}

describe('a ladder', () => {
  it('of the national policy never goes quiet, but for those whose clock ends by itself', () => {
    for (const name of settableLadders) expect(whyQuiet(nationalLadders[name]), name).toBeNull();
    expect(Object.keys(nationalLadders).filter((name) => !settableLadders.includes(name as never))).toEqual([
      'hearing',
      'flag',
    ]);
    expect(whyQuiet(nationalLadders.hearing)).toMatch(/never goes quiet/);
  });

  it('has to be repeated every week, or every day where hours count, to a post that is always there', () => {
    expect(why('day', 'due day: owner')).toMatch(/never goes quiet/);
    expect(why('day', 'due day: owner', 'every 8 days: chair')).toMatch(/at least once in a week/);
    expect(why('instant', 'at the time: owner', 'every 25 hours: chair')).toMatch(/at least once in a day/);
    expect(why('day', 'due day: owner', 'every 7 days: owner, agency lead')).toMatch(/has to reach a post/);
    expect(why('day', 'due day: owner', 'every 7 days: owner, chair')).toBeNull();
  });

  it('has its steps in order, tells somebody as soon as the duty is late, and leaves no week between two', () => {
    const chair = 'every 7 days: chair';
    expect(why('day', '1 working day after: owner', 'due day: owner', chair)).toMatch(/in the order/);
    expect(why('day', '2 working days before: owner', chair)).toMatch(/on the due day/);
    expect(why('day', '2 working days after: owner', chair)).toMatch(/on the due day/);
    expect(why('day', '1 working day after: owner', chair)).toBeNull();
    expect(why('instant', '1 hour after: owner', 'every 24 hours: chair')).toMatch(/at the time itself/);
    expect(why('day', 'due day: owner', '6 working days after: coordinator', chair)).toMatch(/longer than a week/);
    expect(
      why('day', '28 days before: owner', 'due day: owner', '5 working days after: coordinator', chair),
    ).toBeNull();
  });
});
