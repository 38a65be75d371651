import { describe, expect, it } from 'vitest';
import { returnNotes } from './returnNotes.ts';

describe('the notes of a return', () => {
  it('say that what was heard elsewhere is left out, and of how many cases where there are any to tell of', () => {
    expect(returnNotes(0)).toHaveLength(2);
    expect(returnNotes(0).join(' ')).toContain(
      'taken over as heard by an earlier meeting are in none of these figures',
    );
    expect(returnNotes(1).at(-1)).toContain('that is 1 case:');
    expect(returnNotes(12).at(-1)).toContain('that is 12 cases:');
    expect(returnNotes(null)).toEqual(returnNotes(0));
  });
});
