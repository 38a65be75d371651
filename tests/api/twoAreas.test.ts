import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { idOf } from '../../dev/seedDevelopment.ts';
import type { CaseView } from '../../contracts/views/caseView.ts';
import type { ExceptionView, MeetingView } from '../../contracts/views/officeViews.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody, type Caller } from './officeForTest.ts';
import { twoSpellings } from './twoSpellings.ts';

const office = officeForFile();

// Amy coordinates the north, Maidstone and Swale in it; Bruno the south, Thanet in it.
const [amy, bruno, marek] = [office.as('amy.adeyemi'), office.as('bruno.castelli'), office.as('marek.nowak')];
// Joanna advises in the north, for Leila’s service.
const [leila, joanna] = [office.as('leila.haddad'), office.as('joanna.pike')];

async function listedIn(coordinator: Caller, body: object): Promise<string> {
  const { reference } = (await marek.post('/referrals', body)).body;
  await coordinator.post(`/cases/${reference}/screening`, { outcome: 'accept' });
  await coordinator.post(`/cases/${reference}/grade`, {}, { version: '*' });
  const { stage } = (await coordinator.get<CaseView>(`/cases/${reference}`)).body;
  expect(stage).toBe('listed');
  return reference;
}

/** A case of the north that was taken over, heard and closed. */
async function closedInTheNorth(body: object): Promise<string> {
  const on = (date: string) => ({ occurredAt: `${date}T11:00+00:00` });
  const startsAt = '2026-02-10T10:00+00:00';
  const { meetingId } = (await amy.post<MeetingView>('/meetings', { area: 'maidstone', startsAt })).body;
  const { reference } = (await amy.post('/adoptions', { ...body, ...on('2026-01-12') })).body;
  const path = `/cases/${reference}`;
  const heard = { ...on('2026-02-10'), outcome: 'heard', meetingId, actions: [] };
  const steps: [Caller, string, object][] = [
    [amy, 'screening', { ...on('2026-01-13'), outcome: 'accept' }],
    [amy, 'grade', on('2026-01-13')],
    [leila, 'allocation', { ...on('2026-01-13'), adviser: idOf('practitioner', 'joanna.pike') }],
    [joanna, 'contact-attempts', { ...on('2026-01-14'), result: 'spoke', medium: 'phone' }],
    [joanna, 'engagement', { ...on('2026-01-14'), status: 'engaged' }],
    [joanna, 'safety-plans', { ...on('2026-01-16'), plan: 'Leave by the back.' }],
    [amy, 'hearing', heard],
    [joanna, 'outcome-told', { ...on('2026-02-11'), result: 'told' }],
    [amy, 'closure', on('2026-02-20')],
  ];
  for (const [who, where, sent] of steps) {
    const answer = await who.post(`${path}/${where}`, sent, where === 'grade' ? { version: '*' } : {});
    expect(answer.status, `${where} ${JSON.stringify(answer.body)}`).toBeLessThan(300);
  }
  return reference;
}

const noted = async (reference: string) => {
  const found = await office.product.store.prisma.case.findUniqueOrThrow({ where: { reference } });
  return office.product.store.prisma.auditEvent.count({ where: { caseId: found.id, type: 'twoAreasNoted' } });
};

/** Who was told of it, by the case they were told about. */
async function told(): Promise<(string | null)[][]> {
  const { prisma } = office.product.store;
  const notices = await prisma.notice.findMany({ where: { code: 'twoAreas' } });
  return Promise.all(
    notices.map(async ({ caseId, recipientId }) => {
      const about = await prisma.case.findUnique({ where: { id: caseId ?? '' } });
      return [about?.reference ?? null, recipientId];
    }),
  );
}

async function untilNoted(reference: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; (await noted(reference)) === 0; await pause(50))
    if (Date.now() > deadline) throw new Error('The other case never heard of it.');
}

const stuck = async (coordinator: Caller) =>
  (await coordinator.get<{ items: ExceptionView[] }>('/exceptions')).body.items
    .filter(({ kind }) => kind === 'twoAreas')
    .map(({ reference }) => reference);

describe('one pair before the meetings of two areas', { timeout: 90_000 }, () => {
  it('is told to both coordinators, each about their own case, and stands among what is stuck', async () => {
    const people = aReferralBody();
    const north = await listedIn(amy, people);
    expect(await noted(north)).toBe(0);
    const south = await listedIn(bruno, { ...people, area: 'thanet' });
    await untilNoted(north);
    expect(await noted(south)).toBe(1);
    expect((await told()).toSorted()).toEqual(
      [
        [north, idOf('practitioner', 'amy.adeyemi')],
        [south, idOf('practitioner', 'bruno.castelli')],
      ].toSorted(),
    );
    expect((await amy.get<CaseView>(`/cases/${north}`)).body.alsoBefore).toEqual(['thanet']);
    expect((await bruno.get<CaseView>(`/cases/${south}`)).body.alsoBefore).toEqual(['maidstone']);
    expect(await stuck(amy)).toEqual([north]);
    expect(await stuck(bruno)).toEqual([south]);

    const off = { reason: 'Maidstone hears it.', decidedBy: 'The chair' };
    expect((await bruno.post(`/cases/${south}/listing-removal`, off)).status).toBeLessThan(300);
    expect(await stuck(amy)).toEqual([]);
  });

  it('is found where he is the victim in one area and she in the other', async () => {
    const people = aReferralBody();
    const north = await listedIn(amy, people);
    const { victim, perpetrator } = people;
    const reversed = {
      victim: { ...perpetrator, equality: victim.equality },
      perpetrator: { ...victim, sex: 'female' },
    };
    const { sex: _sex, ...he } = reversed.victim;
    const { address: _address, equality: _equality, ...she } = reversed.perpetrator;
    const south = await listedIn(bruno, { ...people, area: 'thanet', victim: he, perpetrator: she });
    await untilNoted(north);
    expect(await noted(south)).toBe(1);
  });

  it('is told when two spellings turn out to be one person, long after both were listed', async () => {
    const { first, second } = twoSpellings();
    const north = await listedIn(amy, first);
    const south = await listedIn(bruno, { ...second, area: 'thanet' });
    expect([await noted(north), await noted(south)]).toEqual([0, 0]);
    const { likelyMatches } = (await bruno.get<CaseView>(`/cases/${south}`)).body;
    expect(likelyMatches).toHaveLength(2);
    for (const { matchId } of likelyMatches) {
      const decision = { answer: 'same', reason: 'Her sister says so.' };
      const sent = await bruno.post(`/cases/${south}/likely-matches/${matchId}/decision`, decision);
      expect(sent.body, JSON.stringify(sent.body)).toMatchObject({ status: 'recorded' });
    }
    await untilNoted(north);
    await untilNoted(south);
    expect([await noted(north), await noted(south)]).toEqual([1, 1]);
    expect(await stuck(amy)).toContain(north);
    expect(await stuck(bruno)).toContain(south);
  });

  it('is told when a case that was closed is opened again while another area has listed them', async () => {
    const people = aReferralBody();
    const north = await closedInTheNorth(people);
    const south = await listedIn(bruno, { ...people, area: 'thanet' });
    expect(await noted(south)).toBe(0);
    const reopened = await amy.post(`/cases/${north}/reopening`, { reason: 'She asks for help again.' });
    expect(reopened.body, JSON.stringify(reopened.body)).toMatchObject({ status: 'recorded' });
    await untilNoted(south);
    expect([await noted(north), await noted(south)]).toEqual([1, 1]);
    expect(await stuck(bruno)).toContain(south);
  });

  it('is nothing of the kind where one area lists them again', async () => {
    const people = aReferralBody();
    const first = await listedIn(amy, people);
    const again = await listedIn(amy, people);
    expect(await noted(first)).toBe(0);
    expect(await noted(again)).toBe(0);
  });
});
