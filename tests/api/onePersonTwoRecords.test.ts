import { describe, expect, it } from 'vitest';
import { sendAgain } from '../environment/sendAgain.ts';
import { likelyMatchesForFile, person, twoSpellings } from './twoSpellings.ts';

const { office, referred, seen, accepted, decideBoth, until, factsOf, toldOf } = likelyMatchesForFile();
// Amy coordinates the north, Maidstone in it. Joanna advises there, for Leila’s service; Nuala works in a hospital.
const [amy, leila] = [office.as('amy.adeyemi'), office.as('leila.haddad')];
const [joanna, nuala] = [office.as('joanna.pike'), office.as('nuala.brennan')];

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
    const repeated = async () =>
      office.product.store.prisma.furtherAbuseReport.findFirst({ orderBy: { receivedAt: 'desc' } });
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
    await sendAgain(office.product);
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
