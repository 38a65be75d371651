import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { ExceptionView } from '../../contracts/views/officeViews.ts';
import { born, letters, likelyMatchesForFile, person, twoSpellings } from './twoSpellings.ts';

const { office, referred, seen, accepted, decide, decideBoth, until, factsOf, toldOf } = likelyMatchesForFile();
// Amy coordinates the north, Maidstone in it; Bruno the south, Thanet in it. Marek refers.
const [amy, bruno, marek] = [office.as('amy.adeyemi'), office.as('bruno.castelli'), office.as('marek.nowak')];

describe('a referral of somebody who is on record under another spelling', { timeout: 120_000 }, () => {
  it('asks the coordinator of its area, tells the other case, and shows both to who may see both', async () => {
    const { first, second } = twoSpellings();
    const known = await referred(first);
    const later = await referred(second);
    const { likelyMatches, clocks } = await seen(later);
    expect(likelyMatches).toMatchObject([
      {
        part: 'victim',
        because: ['soundAndDateOfBirth', 'familyNameAndDateOfBirth'],
        answer: null,
        cases: [known],
        areas: ['maidstone'],
      },
      {
        part: 'perpetrator',
        because: ['soundAndDateOfBirth', 'familyNameAndDateOfBirth'],
        answer: null,
        cases: [known],
      },
    ]);
    expect(likelyMatches[0]?.who?.identity).toMatchObject({ givenNames: 'Catherine' });
    expect(clocks.filter(({ kind }) => kind === 'likelyMatch')).toHaveLength(2);
    expect(await toldOf(later, 'likelyMatch')).toContain(person('amy.adeyemi'));
    await until(
      () => factsOf(known, 'likelyMatchNoted'),
      (facts) => facts.length === 2,
    );
    expect((await seen(known)).clocks.filter(({ kind }) => kind === 'likelyMatch')).toEqual([]);
    const { items } = (await amy.get<{ items: ExceptionView[] }>('/exceptions?area=maidstone')).body;
    const stuck = items.filter(({ kind }) => kind === 'likelyMatch').map(({ reference }) => reference);
    expect(stuck).toEqual(expect.arrayContaining([known, later]));
    // Nothing of it is for the referrer.
    expect((await marek.get<CaseView>(`/cases/${later}`)).body.likelyMatches).toEqual([]);
  });

  it('finds a date of birth that is off, and a name without one beside her', async () => {
    const { first } = twoSpellings();
    const known = await referred(first);
    const off = `${first.victim.dateOfBirth.slice(0, 8)}1${first.victim.dateOfBirth.slice(9)}`;
    const { dateOfBirth: _unknown, ...him } = first.perpetrator;
    const later = await referred({ ...first, victim: { ...first.victim, dateOfBirth: off }, perpetrator: him });
    const { likelyMatches } = await seen(later);
    expect(likelyMatches.map(({ part, because, cases }) => [part, because, cases])).toEqual([
      ['victim', ['fullNameAndPostcode', 'fullNameAndNearDateOfBirth'], [known]],
      ['perpetrator', ['fullNameDateOfBirthUnknown'], [known]],
    ]);
  });

  it('makes the second of two referrals of one day a repeat of the first, and the first none of the second', async () => {
    const { first, second } = twoSpellings();
    const [known, later] = [await referred(first), await referred(second)];
    for (const reference of [known, later]) await accepted(reference);
    await decideBoth(later, 'same');
    await until(
      () => factsOf(known, 'likelyMatchDecided'),
      (facts) => facts.length === 2,
    );
    expect(await factsOf(later, 'repeatFound')).toHaveLength(1);
    expect(await factsOf(known, 'repeatFound')).toEqual([]);
  });

  it('asks nothing where only a family name and a birthday are the same', async () => {
    const { first } = twoSpellings();
    await referred(first);
    const twin = { ...first.victim, givenNames: 'Rosalind' };
    const other = {
      ...first.perpetrator,
      givenNames: 'Osbert',
      familyName: `Plumgate${letters()}`,
      dateOfBirth: born(),
    };
    const later = await referred({ ...first, victim: twin, perpetrator: other });
    expect((await seen(later)).likelyMatches).toEqual([]);
    expect((await seen(later)).clocks.filter(({ kind }) => kind === 'likelyMatch')).toEqual([]);
  });
});

describe('a decision that was wrong', { timeout: 120_000 }, () => {
  it('is taken back: no repeat any more, no contact kept from the other, and nobody is asked again', async () => {
    const { first, second } = twoSpellings();
    const known = await referred(first);
    await accepted(known);
    const later = await referred(second);
    await decideBoth(later, 'same');
    expect((await seen(later)).repeat).toBe(true);
    const [victims] = (await seen(later)).likelyMatches;
    expect((await decide(later, victims?.matchId, 'same')).body.code).toBe('MATCH_DECIDED');
    await decideBoth(later, 'notSame');
    expect(await seen(later)).toMatchObject({ repeat: false, stage: 'listed' });
    expect(await toldOf(later, 'repeatWithdrawn')).toContain(person('amy.adeyemi'));
    const again = await referred({ ...second, route: 'professionalJudgement' });
    expect((await factsOf(again, 'likelyMatchNoted')).length).toBe(0);
    expect(await office.product.store.prisma.samePerson.count({ where: { personId: await victimOf(later) } })).toBe(0);
  });
});

async function victimOf(reference: string): Promise<string> {
  return (await office.product.store.prisma.case.findUniqueOrThrow({ where: { reference } })).victimId;
}

describe('where the other record is in another area', { timeout: 120_000 }, () => {
  it('both coordinators are told, neither sees the other’s case or name, and either decides', async () => {
    const { first, second } = twoSpellings();
    const known = await referred(first);
    await accepted(known);
    const later = await referred({ ...second, area: 'thanet' });
    const view = await seen(later, bruno);
    expect(view.likelyMatches).toMatchObject([
      { areas: ['maidstone'], cases: [], who: null },
      { areas: ['maidstone'], cases: [], who: null },
    ]);
    expect(JSON.stringify(view)).not.toContain('Catherine');
    expect(await toldOf(later, 'likelyMatch')).toContain(person('bruno.castelli'));
    await until(
      () => toldOf(known, 'likelyMatch'),
      (told) => told.includes(person('amy.adeyemi')),
    );
    expect((await seen(known)).likelyMatches).toMatchObject([
      { areas: ['thanet'], cases: [], who: null },
      { who: null },
    ]);
    expect((await decide(later, view.likelyMatches[0]?.matchId, 'same', amy)).status).toBe(404);
    expect((await decide(later, view.likelyMatches[0]?.matchId, 'same', marek)).status).toBe(403);
    await decideBoth(later, 'same', bruno);
    expect(await seen(later, bruno)).toMatchObject({ repeat: true, repeatOf: null, stage: 'listed' });
    await until(
      () => factsOf(known, 'likelyMatchDecided'),
      (facts) => facts.length === 2,
    );
  });
});
