import { describe, expect, test } from 'vitest';
import { type DatedPost, postsThatEnd } from './postsThatEnd.ts';
import type { Role } from './role.ts';

const post = (role: Role, endsOn: string | null, more: Partial<DatedPost> = {}): DatedPost => {
  return { role, areaId: null, agencyId: null, startsOn: '2020-01-01', endsOn, ...more };
};
const inMedway = { areaId: 'medway' };
const inSwale = { areaId: 'swale' };
const [today, by] = ['2026-03-02', '2026-03-16'];
const ends = (...posts: readonly DatedPost[]) =>
  postsThatEnd(posts, today, by).map(({ role, areaId, agencyId, lastDay }) => [role, areaId ?? agencyId, lastDay]);

describe('a post that nobody else holds', () => {
  test('is found before its last day and after it, not while the end is further off', () => {
    expect(ends(post('coordinator', '2026-03-15', inMedway))).toEqual([['coordinator', 'medway', '2026-03-15']]);
    expect(ends(post('coordinator', '2026-02-01', inMedway))).toEqual([['coordinator', 'medway', '2026-02-01']]);
    expect(ends(post('coordinator', '2026-03-16', inMedway))).toEqual([]);
    expect(ends(post('coordinator', null, inMedway))).toEqual([]);
  });

  test('is one of its own area: a colleague of another does not stand in for it', () => {
    expect(ends(post('chair', '2026-03-10', inMedway), post('chair', null, inSwale))).toEqual([
      ['chair', 'medway', '2026-03-10'],
    ]);
    const chairs = [post('chair', '2026-03-10', inMedway), post('chair', null, { ...inMedway, agencyId: 'police' })];
    expect(ends(...chairs)).toEqual([]);
  });

  test('is held by whoever holds the role for every area', () => {
    expect(ends(post('supervisor', '2026-03-10', inMedway), post('supervisor', null))).toEqual([]);
    expect(ends(post('supervisor', '2026-03-10'), post('supervisor', null, inMedway))).toEqual([
      ['supervisor', null, '2026-03-10'],
    ]);
  });

  test('is one of its agency, whatever area somebody represents it for', () => {
    const police = { agencyId: 'police' };
    expect(ends(post('agencyLead', '2026-03-10', police), post('agencyLead', null, { agencyId: 'health' }))).toEqual([
      ['agencyLead', 'police', '2026-03-10'],
    ]);
    const representatives = [
      post('agencyRepresentative', '2026-03-10', { ...police, ...inMedway }),
      post('agencyRepresentative', null, { ...police, ...inSwale }),
    ];
    expect(ends(...representatives)).toEqual([]);
  });

  test('ends with the last of those who held it, and not where a successor has begun by then', () => {
    const [first, second] = ['2026-02-01', '2026-03-06'].map((endsOn) => post('coordinator', endsOn, inMedway));
    if (!first || !second) throw new Error('There are two.');
    expect(ends(first, second)).toEqual([['coordinator', 'medway', '2026-03-06']]);
    expect(ends(first, post('coordinator', null, { ...inMedway, startsOn: today }))).toEqual([]);
  });

  test('is found where its successor begins only some days later, and not once they have', () => {
    const leaves = post('coordinator', '2026-03-03', inMedway);
    const begins = (startsOn: string) => post('coordinator', null, { ...inMedway, startsOn });
    expect(ends(leaves, begins('2026-03-11'))).toEqual([['coordinator', 'medway', '2026-03-03']]);
    expect(ends(leaves, begins('2026-03-04'))).toEqual([]);
    expect(ends(post('coordinator', '2026-02-01', inMedway), begins('2026-03-02'))).toEqual([]);
    expect(ends(post('coordinator', '2026-02-01', inMedway), begins('2026-03-03'))).toEqual([
      ['coordinator', 'medway', '2026-02-01'],
    ]);
  });

  test('is not asked of advisers and referrers, nor of a post that has not begun', () => {
    expect(ends(post('idva', '2026-03-03', { agencyId: 'service' }), post('referrer', '2026-03-03'))).toEqual([]);
    expect(ends(post('coordinator', '2026-03-10', { ...inMedway, startsOn: '2026-03-05' }))).toEqual([]);
  });

  test('of several comes by its last day', () => {
    const all = [post('chair', '2026-03-10', inSwale), post('systemAdministrator', '2026-03-04')];
    expect(ends(...all).map(([role]) => role)).toEqual(['systemAdministrator', 'chair']);
  });
});
