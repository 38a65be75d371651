import { describe, expect, it } from 'vitest';
import { nationalLadders } from '../policy/nationalLadders.ts';
import { ladderNames } from './ladder.ts';
import { ladderSteps, readSteps } from './ladderSteps.ts';

const problemOf = (text: string, type: 'day' | 'instant' = 'day') => {
  const read = readSteps(text, type);
  return read.ok ? null : `${read.line}: ${read.problem}`;
};

describe('the steps of a ladder', () => {
  it('are written a line each, and read back to the very ladder, for every ladder of the national policy', () => {
    for (const name of ladderNames) {
      const ladder = nationalLadders[name];
      const { rungs, then } = ladder;
      expect(readSteps(ladderSteps(ladder), ladder.type), name).toEqual({ ok: true, steps: { rungs, then } });
    }
  });

  it('read as people say them', () => {
    expect(ladderSteps(nationalLadders.action)).toBe(
      [
        '2 working days before: owner',
        'due day: owner',
        '1 working day after: owner, agency lead',
        '3 working days after: coordinator',
        '5 working days after: chair',
        '10 working days after: governance',
        'every 7 days: coordinator, governance',
      ].join('\n'),
    );
    expect(readSteps('  Due day :  Owner ,Agency Lead\n\n28 days after: chair', 'day')).toEqual({
      ok: true,
      steps: {
        rungs: [
          { label: 'dueDay', offset: { workingDays: 0 }, to: ['owner', 'agencyLead'] },
          { label: 'overdue28d', offset: { days: 28 }, to: ['chair'] },
        ],
        then: null,
      },
    });
  });

  it('name the line that cannot be read, and say how to write it', () => {
    expect(problemOf('due day: owner\nsometime: chair')).toMatch(/^2: Write like “2 working days before”/);
    expect(problemOf('due day')).toMatch(/^1: Write when, a colon/);
    expect(problemOf('due day: owner: chair')).toMatch(/^1: Write when, a colon/);
    expect(problemOf('due day: the mayor')).toMatch(/^1: “the mayor” is nobody a ladder can reach/);
    expect(problemOf('due day: owner, owner')).toBe('1: Somebody is named twice.');
    expect(problemOf('every 7 days: chair\ndue day: owner')).toMatch(/^2: Nothing comes after/);
    expect(problemOf('2 hours before: owner')).toMatch(/^1: Write like “2 working days before”/);
    expect(problemOf('1 working day after: owner', 'instant')).toMatch(/^1: Write like “4 hours before”/);
    expect(problemOf(Array.from({ length: 61 }, (_, n) => `${n + 1} hours after: chair`).join('\n'), 'instant')).toBe(
      '61: A ladder has at most 60 steps.',
    );
  });
});
