import { describe, expect, it } from 'vitest';
import { hiddenCases } from './hiddenCases.ts';

describe('what deny lists mean for news about several cases', () => {
  it('somebody is told nothing only where every case is hidden from them', () => {
    const hidden = hiddenCases(['one', 'two'], { one: ['anna', 'bert'], two: ['bert'] });
    expect(hidden.deniedPractitionerIds).toEqual(['bert']);
    expect(hidden.hiddenCases).toEqual([['anna', 'bert'], ['bert']]);
  });

  it('a case that everybody may see hides nothing from anybody', () => {
    expect(hiddenCases(['one', 'two'], { one: ['anna'] })).toEqual({
      deniedPractitionerIds: [],
      hiddenCases: [['anna']],
    });
    expect(hiddenCases([], {})).toEqual({ deniedPractitionerIds: [], hiddenCases: [] });
  });
});
