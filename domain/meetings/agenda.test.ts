import { describe, expect, it } from 'vitest';
import { agendaHeadings, agendaOf, nextToTake } from './agenda.ts';

const list = [
  { reference: 'first', children: 0, outcome: null },
  { reference: 'second', children: 2, outcome: null },
  { reference: 'third', children: 0, outcome: null },
  { reference: 'fourth', children: 1, outcome: null },
];

describe('an agenda', () => {
  it('has its headings in the practised order', () => {
    expect(agendaHeadings).toEqual([
      'confidentiality',
      'unfinishedActions',
      'casesWithChildren',
      'casesWithAdults',
      'reachingTwelveMonths',
      'otherBusiness',
    ]);
  });

  it('calls up cases with children first, then those with adults only, numbered through', () => {
    const { casesWithChildren, casesWithAdults } = agendaOf(list, [], []);
    expect(casesWithChildren.map(({ reference, number }) => [number, reference])).toEqual([
      [1, 'second'],
      [2, 'fourth'],
    ]);
    expect(casesWithAdults.map(({ reference, number }) => [number, reference])).toEqual([
      [3, 'first'],
      [4, 'third'],
    ]);
  });

  it('loses no case and takes none twice', () => {
    const { casesWithChildren, casesWithAdults } = agendaOf(list, [], []);
    const all = [...casesWithChildren, ...casesWithAdults];
    expect(all.map(({ reference }) => reference).sort()).toEqual(['first', 'fourth', 'second', 'third']);
    expect(all.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});

describe('the case that is taken next', () => {
  it('is the first on the agenda with which nothing was done', () => {
    expect(nextToTake(list)?.reference).toBe('second');
    const withChildrenTaken = list.map((each) => (each.children > 0 ? { ...each, outcome: 'presented' } : each));
    expect(nextToTake(withChildrenTaken)).toMatchObject({ reference: 'first', number: 3 });
  });

  it('is none once all are taken', () => {
    expect(nextToTake(list.map((each) => ({ ...each, outcome: 'deferred' })))).toBeNull();
  });
});
