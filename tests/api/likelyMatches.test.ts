import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { ExceptionView } from '../../contracts/views/officeViews.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { sendAgain } from '../environment/sendAgain.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { aReferralBody, type Caller, officeForTest } from './officeForTest.ts';

let product: TestProduct;
let amy: Caller;
let bruno: Caller;
let marek: Caller;
let leila: Caller;
let joanna: Caller;
let nuala: Caller;

beforeAll(async () => {
  product = await startWorkerForTest();
  const { as } = officeForTest(product);
  // Amy coordinates the north, Maidstone in it; Bruno the south, Thanet in it. Joanna advises in Maidstone, for Leila’s service.
  [amy, bruno, marek, leila, joanna, nuala] = [
    as('amy.adeyemi'),
    as('bruno.castelli'),
    as('marek.nowak'),
    as('leila.haddad'),
    as('joanna.pike'),
    as('nuala.brennan'),
  ];
});
afterAll(() => product?.stop());

const letters = () => randomUUID().replaceAll(/[^a-f]/g, '') + 'kt';
const born = () =>
  `19${60 + Math.floor(Math.random() * 39)}-0${1 + Math.floor(Math.random() * 9)}-2${Math.floor(Math.random() * 9)}`;

/** Two people, and the same two as somebody else spells them. */
function twoSpellings(more: object = {}) {
  const body = aReferralBody(more);
  const family = `Grennish${letters()}`;
  const victim = { ...body.victim, givenNames: 'Catherine', familyName: family, dateOfBirth: born() };
  const perpetrator = { ...body.perpetrator, givenNames: 'Stephen', familyName: family, dateOfBirth: born() };
  const spelt = (person: typeof victim | typeof perpetrator, givenNames: string) => ({ ...person, givenNames });
  return {
    first: { ...body, victim, perpetrator },
    second: { ...body, victim: spelt(victim, 'Kathryn'), perpetrator: spelt(perpetrator, 'Steven'), ...more },
  };
}

async function referred(body: object, path = '/referrals', by = marek): Promise<string> {
  const sent = await by.post(path, body);
  expect(sent.body, JSON.stringify(sent.body)).toMatchObject({ status: 'recorded' });
  return sent.body.reference;
}
const seen = async (reference: string, by = amy) => (await by.get<CaseView>(`/cases/${reference}`)).body;
const accepted = async (reference: string, by = amy) =>
  expect((await by.post(`/cases/${reference}/screening`, { outcome: 'accept' })).status).toBe(200);

const decide = (reference: string, matchId: string | undefined, answer: string, by = amy) =>
  by.post(`/cases/${reference}/likely-matches/${matchId}/decision`, { answer, reason: 'Her sister says so.' });

let count = 0;
/** Decides about both people of a case. */
async function decideBoth(reference: string, answer: string, by = amy) {
  const { likelyMatches } = await seen(reference, by);
  expect(likelyMatches.map(({ part }) => part).toSorted()).toEqual(['perpetrator', 'victim']);
  // Whichever comes first.
  const order = count++ % 2 === 0 ? likelyMatches : likelyMatches.toReversed();
  for (const { matchId } of order) {
    const sent = await decide(reference, matchId, answer, by);
    expect(sent.body, JSON.stringify(sent.body)).toMatchObject({ status: 'recorded' });
  }
}

async function until<T>(look: () => Promise<T>, enough: (found: T) => boolean): Promise<T> {
  for (const deadline = Date.now() + 30_000; ; await pause(50)) {
    const found = await look();
    if (enough(found)) return found;
    if (Date.now() > deadline) throw new Error(`It never came: ${JSON.stringify(found)}`);
  }
}

const factsOf = async (reference: string, type: string) => {
  const { id: caseId } = await product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
  return product.store.prisma.auditEvent.findMany({ where: { caseId, type }, orderBy: { seq: 'asc' } });
};
const toldOf = async (reference: string, code: string) => {
  const { id: caseId } = await product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
  const notices = await product.store.prisma.notice.findMany({ where: { caseId, code } });
  return notices.map(({ recipientId }) => recipientId);
};
const person = (subject: string) => idOf('practitioner', subject);

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

describe('once it is decided that they are the same', { timeout: 120_000 }, () => {
  it('the later case is a repeat, listed at once, and the plan of the earlier one is reviewed', async () => {
    const { first, second } = twoSpellings();
    const known = await referred(first);
    await accepted(known);
    const later = await referred(second);
    await decideBoth(later, 'same');
    const view = await seen(later);
    expect(view).toMatchObject({ repeat: true, repeatOf: known, stage: 'listed' });
    expect(view.clocks).toContainEqual(expect.objectContaining({ kind: 'planReview', status: 'running' }));
    expect(view.clocks.filter(({ kind, status }) => kind === 'likelyMatch' && status !== 'ended')).toEqual([]);
    expect(await toldOf(later, 'repeatFound')).toContain(person('amy.adeyemi'));
    await until(
      () => factsOf(known, 'likelyMatchDecided'),
      (facts) => facts.length === 2,
    );
    expect((await seen(known)).repeat).toBe(false);
  });

  it('it may be decided in the earlier case as well, and the later one hears of it', async () => {
    const { first, second } = twoSpellings();
    const known = await referred(first);
    await accepted(known);
    const later = await referred(second);
    await until(
      () => factsOf(known, 'likelyMatchNoted'),
      (facts) => facts.length === 2,
    );
    await decideBoth(known, 'same');
    await until(
      () => seen(later),
      ({ repeat }) => repeat,
    );
    expect(await seen(later)).toMatchObject({ stage: 'listed', repeatOf: known });
  });

  it('further abuse and another referral under either spelling belong to the two', async () => {
    const { first, second } = twoSpellings();
    const known = await referred(first);
    await accepted(known);
    const later = await referred(second);
    await decideBoth(later, 'same');
    // His old name beside her new one is a pair that was never recorded.
    const report = { incidentAt: new Date().toISOString(), area: 'maidstone', whatHappened: 'He came back.' };
    const named = ({ givenNames, familyName, dateOfBirth }: typeof first.victim | typeof first.perpetrator) => ({
      ...{ givenNames, familyName, dateOfBirth },
    });
    const sent = await nuala.post('/further-abuse-reports', {
      ...report,
      victim: named(second.victim),
      perpetrator: named(first.perpetrator),
    });
    expect(sent.status, JSON.stringify(sent.body)).toBeLessThan(300);
    const repeated = async () => product.store.prisma.furtherAbuseReport.findFirst({ orderBy: { receivedAt: 'desc' } });
    const found = await until(repeated, (row) => row?.status === 'recorded');
    expect(found?.newCaseId).not.toBeNull();
    const third = await referred({ ...first, perpetrator: second.perpetrator });
    expect(await seen(third)).toMatchObject({ repeat: true });
  });

  it('contact that is suspended for one is suspended for both from that moment, and goes on for both', async () => {
    const { first, second } = twoSpellings();
    const known = await referred(first);
    const later = await referred(second);
    for (const reference of [known, later])
      await leila.post(`/cases/${reference}/allocation`, { adviser: person('joanna.pike'), reason: 'She knows them.' });
    const unsafe = { result: 'unsafe', medium: 'phone' };
    expect((await joanna.post(`/cases/${known}/contact-attempts`, unsafe)).body).toMatchObject({ status: 'recorded' });
    const attempt = { result: 'noAnswer', medium: 'phone' };
    expect((await joanna.post(`/cases/${later}/contact-attempts`, attempt)).body).toMatchObject({ status: 'recorded' });
    await decideBoth(later, 'same');
    const refused = await joanna.post(`/cases/${later}/contact-attempts`, attempt);
    expect(refused.body.code).toBe('CONTACT_SUSPENDED');
    expect((await seen(later)).safeContact).toMatchObject({ suspended: true });
    const resumed = { decision: 'resumed', reason: 'Another number is safe.' };
    expect((await leila.post(`/cases/${later}/contact-decision`, resumed)).body).toMatchObject({ status: 'recorded' });
    // What one decision leads to in other cases is sent by the reconciler.
    await sendAgain(product);
    expect((await seen(known)).contactSuspended).toBe(false);
    for (const reference of [known, later]) {
      expect((await seen(reference)).safeContact).toMatchObject({ suspended: false });
      expect((await joanna.post(`/cases/${reference}/contact-attempts`, attempt)).body).toMatchObject({
        status: 'recorded',
      });
    }
  });

  it('contact has to be safe by what stands on both records', async () => {
    const { first, second } = twoSpellings();
    const known = await referred({
      ...first,
      safeContact: { numbers: ['01632 960555'], media: ['phone'], mayLeaveMessage: false },
    });
    const later = await referred({
      ...second,
      safeContact: { numbers: ['01632 960556'], media: ['phone', 'textMessage'], mayLeaveMessage: true },
    });
    await leila.post(`/cases/${later}/allocation`, { adviser: person('joanna.pike'), reason: 'She knows them.' });
    const text = { result: 'messageLeft', medium: 'textMessage' };
    await decideBoth(later, 'same');
    const refused = await joanna.post(`/cases/${later}/contact-attempts`, text);
    expect(['MEDIUM_NOT_SAFE', 'MESSAGE_NOT_SAFE']).toContain(refused.body.code);
    expect((await seen(later)).safeContact?.also).toMatchObject([{ text: { numbers: ['01632 960555'] } }]);
    expect((await seen(known)).safeContact?.also).toMatchObject([{ text: { numbers: ['01632 960556'] } }]);
  });

  it('an adviser of his under one spelling is kept from her under the other', async () => {
    const { first, second } = twoSpellings();
    const reversed = {
      ...first,
      victim: { ...first.victim, ...nameOf(first.perpetrator) },
      perpetrator: { ...first.perpetrator, ...nameOf(first.victim) },
    };
    const his = await referred(reversed);
    const hers = await referred(second);
    await leila.post(`/cases/${his}/allocation`, { adviser: person('joanna.pike'), reason: 'She knows them.' });
    expect((await joanna.get(`/cases/${hers}`)).status).toBe(200);
    await decideBoth(hers, 'same');
    expect((await joanna.get(`/cases/${hers}`)).status).toBe(404);
  });
});

function nameOf({
  givenNames,
  familyName,
  dateOfBirth,
}: {
  givenNames: string;
  familyName: string;
  dateOfBirth: string;
}) {
  return { givenNames, familyName, dateOfBirth };
}

describe('a deny list', { timeout: 120_000 }, () => {
  it('holds for the other record while nobody has decided, and when it was found to be hers; not once it is another’s', async () => {
    const { first, second } = twoSpellings();
    const known = await referred(first);
    const kept = { of: 'victim', practitioner: person('joanna.pike'), reason: 'Her cousin.' };
    expect((await amy.post(`/cases/${known}/deny-list`, kept)).status).toBe(201);
    const later = await referred(second);
    const sees = async () => (await joanna.get(`/cases/${later}`)).status;
    expect(await sees()).toBe(404);
    await decideBoth(later, 'same');
    expect(await sees()).toBe(404);
    const { entries } = (await amy.get<{ entries: object[] }>(`/cases/${later}/deny-list`)).body;
    expect(entries).toMatchObject([{ of: 'victim', practitionerId: person('joanna.pike') }]);
    await decideBoth(later, 'notSame');
    expect(await sees()).toBe(200);
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
    expect(await product.store.prisma.samePerson.count({ where: { personId: await victimOf(later) } })).toBe(0);
  });
});

async function victimOf(reference: string): Promise<string> {
  return (await product.store.prisma.case.findUniqueOrThrow({ where: { reference } })).victimId;
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
