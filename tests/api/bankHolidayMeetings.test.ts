import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HolidayPreviewView, PolicyChangeProgressView } from '../../contracts/views/policyChangeViews.ts';
import { addDays, addHours, addMonths, londonDate, londonMoment } from '../../domain/calendar/london.ts';
import { englandAndWales, workingDaysAfter } from '../../domain/calendar/workingCalendar.ts';
import { sittingsOf } from '../../domain/meetings/sittingPattern.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import type { Area } from '../../store/areas/findArea.ts';
import { stageCalendar } from '../../usecases/meetings/calendarCommands.ts';
import { everybodyAnswers } from '../environment/everybodyAnswers.ts';
import { makeCalendarOf } from '../environment/makeCalendarOf.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { meetingsOfArea } from './meetingsOfArea.ts';
import { officeForTest } from './officeForTest.ts';

let product: TestProduct;
let office: ReturnType<typeof officeForTest>;
let ofArea: ReturnType<typeof meetingsOfArea>;
let area: Area;
let from: string;

beforeAll(async () => {
  product = await startWorkerForTest();
  office = officeForTest(product);
  ofArea = meetingsOfArea(product, 'dartford');
  from = `${addMonths(londonDate(product.clock.now()), 2).slice(0, 7)}-01`;
  area = await makeCalendarOf(product, 'dartford');
}, 120_000);
afterAll(() => product?.stop());

const wanda = () => office.as('wanda.osei');
const amy = () => office.as('amy.adeyemi');
const dayAfter = (on: string) => workingDaysAfter(englandAndWales, on, 1).date;
const source = 'Proclamation of this test';

async function preview(date: string): Promise<HolidayPreviewView['meetings']> {
  const path = `/policy-changes/bank-holidays/preview?date=${date}&name=Jubilee`;
  const { status, body } = await amy().get<HolidayPreviewView>(path);
  expect({ status, body }).toMatchObject({ status: 200 });
  return body.meetings.filter((row) => row.area === 'dartford');
}

async function progress(changeId: string): Promise<PolicyChangeProgressView> {
  await everybodyAnswers(product);
  return (await amy().get<PolicyChangeProgressView>(`/policy-changes/${changeId}`)).body;
}

const announce = async (date: string) =>
  wanda().post<PolicyChangeProgressView>('/policy-changes/bank-holidays', { date, name: 'Jubilee', source });

/** What an order did with the meetings of the area. */
const meetingsIn = (order: PolicyChangeProgressView['applied']) =>
  order?.matters.filter((matter) => matter.area === 'dartford' && matter.meeting !== null) ?? [];

describe('a newly announced bank holiday that meets a meeting', { timeout: 240_000 }, () => {
  it('is looked at, moves the meeting with its cases, and brings both back when it is taken back', async () => {
    // The last of the calendar: a case can be put on any meeting that is called, and moves with it.
    const planned = await ofArea.planned(from);
    const meeting = planned.at(-1);
    if (!meeting) throw new Error('The area has no meeting.');
    expect(planned.length).toBeGreaterThan(8);
    const { meetingId, on, startsAt } = meeting;
    const reference = await ofArea.listedFor(meetingId);
    const next = dayAfter(on);
    const to = londonMoment(next, '09:30');
    expect(await preview(on)).toEqual([
      {
        area: 'dartford',
        does: 'moves',
        because: null,
        cutOff: null,
        from: startsAt,
        to,
        cases: 1,
        casesGo: [],
        casesNowhere: 0,
      },
    ]);
    expect((await ofArea.planned(from)).map((each) => each.startsAt)).toEqual(planned.map((each) => each.startsAt));

    const entered = await announce(on);
    expect({ status: entered.status, body: entered.body }).toMatchObject({ status: 201 });
    const { changeId } = entered.body.change;
    const { applied } = await progress(changeId);
    expect(applied).toMatchObject({ refused: 0, waiting: 0 });
    expect(meetingsIn(applied)).toMatchObject([
      { status: 'done', meeting: { does: 'moved', from: startsAt, to, cases: 1 } },
    ]);
    expect(await ofArea.listingOf(reference)).toMatchObject({ stage: 'listed', meetingId, on: next });
    // The others stay, and the night finds nothing left to do.
    await makeCalendarOf(product, area.code);
    const stay = planned.slice(0, -1).map((each) => each.startsAt);
    expect((await ofArea.planned(from)).map((each) => each.startsAt)).toEqual([...stay, to]);

    const undone = await wanda().post(`/policy-changes/${changeId}/withdrawal`, {});
    expect({ status: undone.status, body: undone.body }).toMatchObject({ status: 200 });
    const { undone: back } = await progress(changeId);
    expect(back).toMatchObject({ refused: 0, waiting: 0 });
    expect(meetingsIn(back)).toMatchObject([
      { status: 'done', meeting: { does: 'moved', from: to, to: startsAt, cases: 1 } },
    ]);
    expect(await ofArea.listingOf(reference)).toMatchObject({ stage: 'listed', meetingId, on });
  });

  it('says of a meeting that stays on the day why it does: somebody moved it there, or it is none of the pattern', async () => {
    // To a working day: one that is known already cannot be announced.
    const meeting = (await ofArea.planned(from)).find(({ on }) => dayAfter(on) === addDays(on, 1));
    const moment = addHours(meeting?.startsAt ?? '', 24);
    const byHand = { startsAt: moment, reason: 'The room is taken.' };
    await amy().post(`/meetings/${meeting?.meetingId}/move`, byHand, { version: '*' });
    const extra = { area: 'dartford', kind: 'extra', startsAt: addHours(moment, 4) };
    expect((await amy().post('/meetings', extra)).status).toBe(201);
    const rows = await preview(londonDate(moment));
    expect(rows.map(({ does, because, from: at }) => [does, because, at])).toEqual([
      ['stays', 'movedByHand', moment],
      ['stays', 'besidePattern', extra.startsAt],
    ]);
  });

  it('takes with it an extra meeting that somebody called on the moment of a sitting, and back', async () => {
    // An area whose calendar nobody has made, and in which nothing is put down.
    const ofGravesham = meetingsOfArea(product, 'gravesham');
    const { prisma } = product.store;
    const there = await prisma.area.findUniqueOrThrow({ where: { code: 'gravesham' } });
    await prisma.meeting.deleteMany({ where: { areaId: there.id, seq: 0 } });
    const policy = policyInForce(defaultPolicyEntries, 'gravesham', from);
    const sittings = sittingsOf(() => policy, from, addMonths(from, 6), englandAndWales);
    // One whose next working day is the next day, so that nothing else lies between.
    const sitting = sittings.find(({ on }) => dayAfter(on) === addDays(on, 1));
    const { on = '', startsAt = '' } = sitting ?? {};
    expect((await amy().post('/meetings', { area: 'gravesham', kind: 'extra', startsAt })).status).toBe(201);
    const { changeId } = (await announce(on)).body.change;
    expect((await progress(changeId)).applied).toMatchObject({ refused: 0, waiting: 0 });
    expect((await ofGravesham.planned(from)).map((each) => each.on)).toEqual([addDays(on, 1)]);
    expect((await wanda().post(`/policy-changes/${changeId}/withdrawal`, {})).status).toBe(200);
    expect((await progress(changeId)).undone).toMatchObject({ refused: 0, waiting: 0 });
    expect((await ofGravesham.planned(from)).map((each) => each.startsAt)).toEqual([startsAt]);
  });

  it('waits for meetings that have not answered, and changes nothing until then', async () => {
    const [, , meeting] = await ofArea.planned(from);
    const { prisma } = product.store;
    const { meetingId = '', on = '' } = meeting ?? {};
    const unanswered = { meetingId, type: 'inviteAgencies', payload: {}, key: 'unanswered' } as const;
    await stageCalendar(prisma, area.id, area.id, [unanswered], product.clock.now());
    expect((await announce(on)).body.code).toBe('CALENDAR_BEING_MADE');
    expect(await prisma.calendarEntry.count({ where: { withdrawnAt: null } })).toBe(0);
    await everybodyAnswers(product);
    const { changeId } = (await announce(on)).body.change;
    expect(meetingsIn((await progress(changeId)).applied)).toHaveLength(1);
  });
});
