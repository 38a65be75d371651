import type { z } from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import type { pageOf } from '../../contracts/views/parts.ts';
import type { CourtDiaryView, courtDiaryView } from '../../contracts/views/courtDiaryView.ts';
import { idOf } from '../../dev/seedDevelopment.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { officeForFile } from './officeForFile.ts';
import { aReferralBody } from './officeForTest.ts';

type DiaryPage = z.output<ReturnType<typeof pageOf<typeof courtDiaryView>>>;

const here = officeForFile();
const ines = idOf('practitioner', 'ines.moreau');
const owen = idOf('practitioner', 'owen.tregear');
const nuala = idOf('practitioner', 'nuala.brennan');
const goesAlong = [ines, owen];
let reference = '';
let caseId = '';
let today = '';
let hearingId = '';

beforeAll(async () => {
  today = londonDate(here.product.clock.now());
  reference = (await here.as('marek.nowak').post('/referrals', aReferralBody())).body.reference;
  ({ id: caseId } = await here.product.store.prisma.case.findUniqueOrThrow({ where: { reference } }));
  const { proceedingId } = await created('/proceedings', {
    ...{ kind: 'family', court: 'Larkfield Family Court', note: 'Idonya Lanternmere applies.' },
  });
  const at = `${addDays(today, 5)}T10:00Z`;
  await created('/live-dates', { kind: 'nonMolestation', at: addDays(today, 20) });
  const hearing = { at, proceedingId, goesAlong, note: 'He must not know.' };
  hearingId = (await created('/hearings', hearing))['liveDateId'] ?? '';
}, 240_000);

async function created(where: string, what: object): Promise<Record<string, string>> {
  const answer = await here.as('amy.adeyemi').post<{ created: Record<string, string> }>(whole(where), what);
  expect(answer.body, where).toMatchObject({ status: 'recorded' });
  return answer.body.created;
}

const whole = (below: string) => `/cases/${reference}${below}`;

async function diaryOf(subject: string, query = ''): Promise<readonly CourtDiaryView[]> {
  const answer = await here.as(subject).get<DiaryPage>(`/court-diary${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.items.filter((line) => line.reference === reference);
}

describe('somebody who goes along to a hearing of a case in which they have no place', { timeout: 60_000 }, () => {
  it.each([
    ['ines.moreau', ines],
    ['owen.tregear', owen],
  ])('as %s finds in the diary what takes them there, and nothing else of the case', async (subject, id) => {
    const lines = await diaryOf(subject);
    expect(lines).toEqual([
      {
        ...{ what: 'hearing', kind: 'hearing', on: addDays(today, 5), at: `${addDays(today, 5)}T10:00:00.000Z` },
        ...{ liveDateId: hearingId, reference, area: 'maidstone', adviserId: null, watchedById: null },
        ...{ goesAlong: [id], overdue: false, open: false, court: 'Larkfield Family Court', proceedings: 'family' },
      },
    ]);
    for (const secret of ['Idonya', 'Lanternmere', 'Corvin', 'must not know'])
      expect(JSON.stringify(lines)).not.toContain(secret);
    for (const closed of ['', '/clocks', '/history'])
      expect((await here.as(subject).get(whole(closed))).status).toBe(404);
    const search = await here.as(subject).get<{ items: readonly object[] }>('/cases');
    expect(JSON.stringify(search.body)).not.toContain(reference);
    const note = { where: { actorId: id, event: 'readCourtDiary' } };
    expect(await here.product.store.prisma.accessLog.findFirst(note)).toMatchObject({ outcome: 'shown' });
  });

  it('was told of it when it was recorded with them', async () => {
    const where = { caseId, code: 'hearingCompany' };
    const told = await here.product.store.prisma.notice.findMany({ where, select: { recipientId: true } });
    expect(told.map(({ recipientId }) => recipientId).toSorted()).toEqual(goesAlong.toSorted());
  });

  it('has of the court what is said with the hearing first, and whoever may open the case is not told it here', async () => {
    const where = 'Heronsgate Magistrates’ Court';
    const day = { at: addDays(today, 9), goesAlong: [ines], where, note: 'By the back door.' };
    const { liveDateId } = await created('/hearings', day);
    expect((await diaryOf('ines.moreau')).map(({ court, proceedings }) => ({ court, proceedings }))).toEqual([
      { court: 'Larkfield Family Court', proceedings: 'family' },
      { court: where, proceedings: null },
    ]);
    const whoRunsIt = (await diaryOf('amy.adeyemi')).filter(({ what }) => what === 'hearing');
    expect(whoRunsIt.map(({ court, open }) => ({ court, open }))).toEqual([
      { court: null, open: true },
      { court: null, open: true },
    ]);
    expect(whoRunsIt[0]?.goesAlong).toEqual(goesAlong);
    const nobody = { goesAlong: [] };
    await here.as('amy.adeyemi').post(whole(`/hearings/${liveDateId}/company`), nobody);
    expect(await diaryOf('ines.moreau')).toHaveLength(1);
  });

  it('does not find out by a filter who else goes along', async () => {
    expect(await diaryOf('ines.moreau', `?practitioner=${ines}&area=maidstone`)).toHaveLength(1);
    expect(await diaryOf('ines.moreau', `?practitioner=${owen}`)).toEqual([]);
    expect(await diaryOf('ines.moreau', '?area=swale')).toEqual([]);
  });

  it('has it from whoever stands in for them, while they are away', async () => {
    const id = newId();
    const [fromDate, untilDate] = [addDays(today, -1), addDays(today, 1)].map((day) => new Date(day)) as [Date, Date];
    const away = { id, practitionerId: ines, coverId: nuala, fromDate, untilDate };
    await here.product.store.prisma.absence.create({ data: away });
    expect(await diaryOf('nuala.brennan')).toMatchObject([{ goesAlong: [ines], open: false }]);
    await here.product.store.prisma.absence.delete({ where: { id } });
    expect(await diaryOf('nuala.brennan')).toEqual([]);
  });

  it('sees nothing of it who stands on the deny list, or advises the other party of the pair', async () => {
    const { prisma } = here.product.store;
    const reason = 'Related to her.';
    const entry = { of: 'victim', practitioner: owen, reason };
    expect((await here.as('amy.adeyemi').post(whole('/deny-list'), entry)).status).toBe(201);
    expect(await diaryOf('owen.tregear')).toEqual([]);
    expect(await diaryOf('ines.moreau')).toHaveLength(1);
    const other = (await here.as('marek.nowak').post('/referrals', aReferralBody())).body.reference;
    const { victimId, perpetratorId } = await prisma.case.findUniqueOrThrow({ where: { id: caseId } });
    const turned = { victimId: perpetratorId, perpetratorId: victimId, adviserId: ines };
    await prisma.case.update({ where: { reference: other }, data: turned });
    expect(await diaryOf('ines.moreau')).toEqual([]);
    await prisma.case.update({ where: { reference: other }, data: { adviserId: null } });
    expect(await diaryOf('ines.moreau')).toHaveLength(1);
  });

  it('has the new day where it is adjourned, and nothing once somebody else goes along', async () => {
    const to = addDays(today, 12);
    const { liveDateId } = await created(`/hearings/${hearingId}/adjournment`, { to, because: 'courtTime' });
    expect(await diaryOf('ines.moreau')).toMatchObject([{ on: to, liveDateId, court: 'Larkfield Family Court' }]);
    await created(`/hearings/${liveDateId}/company`, { goesAlong: [nuala] });
    expect(await diaryOf('ines.moreau')).toEqual([]);
    expect(await diaryOf('nuala.brennan')).toHaveLength(1);
    // Adjourned once more, to no day that is known yet.
    await created(`/hearings/${liveDateId}/adjournment`, { because: 'courtTime' });
    expect(await diaryOf('nuala.brennan')).toEqual([]);
    const now = await created('/hearings', { at: today, goesAlong: [nuala] });
    expect(await diaryOf('nuala.brennan')).toMatchObject([{ on: today, court: null, proceedings: null }]);
    await created(`/live-dates/${now['liveDateId'] ?? ''}/outcome`, { outcome: 'withdrawn' });
    expect(await diaryOf('nuala.brennan')).toEqual([]);
  });
});
