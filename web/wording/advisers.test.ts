import { describe, expect, it } from 'vitest';
import { roomColour, roomWords } from './advisers.ts';

describe('the room an adviser has', () => {
  it.each([
    [3, 'Room for 3', 'green'],
    [0, 'Full', 'orange'],
    [-2, '2 cases over capacity', 'red'],
  ])('for %i more cases reads “%s” and is %s: who is full is a warning', (open, words, colour) => {
    const adviser = { roomLeft: { open, pastYear: 10 } };
    expect([roomWords(adviser), roomColour(adviser)]).toEqual([words, colour]);
  });
});
