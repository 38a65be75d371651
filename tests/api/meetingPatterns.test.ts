import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MeetingBoardView } from '../../contracts/views/meetingBoardView.ts';
import type { PatternPreviewView, PolicyChangeProgressView } from '../../contracts/views/policyChangeViews.ts';
import { addHours, addMonths, dayOfWeek, londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales, workingDaysBefore } from '../../domain/calendar/workingCalendar.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { Area } from '../../store/areas/findArea.ts';
import { stageCalendar } from '../../usecases/meetings/calendarCommands.ts';
import { everybodyAnswers } from '../environment/everybodyAnswers.ts';
import { makeCalendarOf } from '../environment/makeCalendarOf.ts';
import { startWorkerForTest, type TestProduct } from '../environment/startWorkerForTest.ts';
import { meetingsOfArea } from './meetingsOfArea.ts';
import { officeForTest } from './officeForTest.ts';

let product: TestProduct;
let office: ReturnType<typeof officeForTest>;
let area: Area;
let ofArea: ReturnType<typeof meetingsOfArea>;
/** The first of a month so far ahead that its meetings are open for cases, and not all of the calendar comes after it. */
let from: string;

beforeAll(async () => {
  product = await startWorkerForTest();
  office = officeForTest(product);
  ofArea = meetingsOfArea(product, 'maidstone');
  from = `${addMonths(londonDate(product.clock.now()), 5).slice(0, 7)}-01`;
  area = await makeCalendarOf(product, 'maidstone');
}, 120_000);
afterAll(() => product?.stop());

const wanda = () => office.as('wanda.osei');
const amy = () => office.as('amy.adeyemi');

const meetings = () => ofArea.planned(from);
const moments = async () => (await meetings()).map(({ startsAt }) => startsAt);

const monthly = (nth: number, weekday: number) => ({
  ...{ area: 'maidstone', every: 'month', nth, weekday, at: '09:30', onBankHoliday: 'nextWorkingDay', from },
});
const weekly = { area: 'maidstone', every: 'week', weekday: 2, at: '10:00', onBankHoliday: 'nextWorkingDay' };

const preview = async (pattern: object) =>
  amy().get<PatternPreviewView>(
    `/policy-changes/meeting-patterns/preview?${new URLSearchParams(pattern as Record<string, string>).toString()}`,
  );

async function enter(pattern: object): Promise<string> {
  const body = { ...pattern, source: 'The steering group of this test' };
  const entered = await wanda().post<PolicyChangeProgressView>('/policy-changes/meeting-patterns', body);
  expect({ status: entered.status, body: entered.body }).toMatchObject({ status: 201 });
  await everybodyAnswers(product);
  return entered.body.change.changeId;
}

async function takeBack(changeId: string): Promise<PolicyChangeProgressView> {
  const undone = await wanda().post<PolicyChangeProgressView>(`/policy-changes/${changeId}/withdrawal`, {});
  expect({ status: undone.status, body: undone.body }).toMatchObject({ status: 200 });
  await everybodyAnswers(product);
  return progress(changeId);
}

const progress = async (changeId: string) =>
  (await amy().get<PolicyChangeProgressView>(`/policy-changes/${changeId}`)).body;

describe('an area that meets on another day', { timeout: 240_000 }, () => {
  it('is looked at first, moves its meetings with their cases, there and back and there again', async () => {
    const before = await meetings();
    const reference = await ofArea.listedFor(before[0]?.meetingId ?? '');
    const looked = await preview(monthly(1, 2));
    expect({ status: looked.status, body: looked.body }).toMatchObject({
      status: 200,
      body: { fallAway: 0, isNew: 0 },
    });
    expect(looked.body.move).toBe(before.length);
    const row = looked.body.meetings.find((meeting) => meeting.from === before[0]?.startsAt);
    expect(row).toMatchObject({ does: 'moves', because: null, cases: 1 });
    expect(await moments()).toEqual(before.map(({ startsAt }) => startsAt));

    const changeId = await enter(monthly(1, 2));
    const there = await moments();
    expect(there).toHaveLength(before.length);
    expect(there[0]).toBe(row?.to);
    const { applied, change } = await progress(changeId);
    expect(change).toMatchObject({ area: 'maidstone', countsFrom: from });
    expect(change.what).toContain('every month on the first Tuesday at 09:30');
    expect(applied).toMatchObject({ total: before.length, done: before.length, refused: 0, waiting: 0 });
    expect(applied?.matters[0]?.meeting).toEqual({
      ...{ does: 'moved', from: before[0]?.startsAt, to: there[0], cutOffOn: null, cases: 1 },
    });
    expect(await ofArea.listingOf(reference)).toMatchObject({ meetingId: before[0]?.meetingId, status: 'planned' });

    expect((await takeBack(changeId)).undone).toMatchObject({ done: before.length, refused: 0, waiting: 0 });
    expect(await meetings()).toEqual(
      before.map((each) => expect.objectContaining({ startsAt: each.startsAt }) as unknown),
    );
    await takeBack(await enter(monthly(1, 2)));
    const again = await enter(monthly(1, 2));
    expect(await moments()).toEqual(there);
    await takeBack(again);
    // The night finds nothing left to do.
    await makeCalendarOf(product, area.code);
    expect(await moments()).toEqual(before.map(({ startsAt }) => startsAt));
  });

  it('leaves a meeting where somebody has put it', async () => {
    const [first] = await meetings();
    const startsAt = addHours(first?.startsAt ?? '', 24);
    const body = { startsAt, reason: 'The room is taken.' };
    const moved = await amy().post(`/meetings/${first?.meetingId}/move`, body, { version: '*' });
    expect({ status: moved.status, body: moved.body }).toMatchObject({ body: { status: 'recorded' } });
    const { body: looked } = await preview(monthly(1, 2));
    expect(looked.meetings.find((meeting) => meeting.from === startsAt)).toMatchObject({
      ...{ does: 'stays', because: 'movedByHand', to: startsAt },
    });
    await makeCalendarOf(product, area.code);
    expect(await moments()).toContain(startsAt);
  });
});

describe('an area that meets every week instead of every month', { timeout: 240_000 }, () => {
  it('loses no case of the meetings that fall away, and has them again when it is taken back', async () => {
    const before = await meetings();
    // Not the first: somebody has put that where it is.
    const leaving = before[1];
    const reference = await ofArea.listedFor(leaving?.meetingId ?? '');
    const pattern = { ...weekly, from };
    const { body: looked } = await preview(pattern);
    const row = looked.meetings.find((meeting) => meeting.from === leaving?.startsAt);
    expect(row).toMatchObject({ does: 'fallsAway', cases: 1, casesNowhere: 0 });
    expect(looked).toMatchObject({ casesRelisted: 1, casesNowhere: 0 });
    expect(looked.isNew).toBeGreaterThan(3);

    const changeId = await enter(pattern);
    const { applied } = await progress(changeId);
    const recounted = looked.meetings.filter(({ cutOff }) => cutOff !== null).length;
    expect(applied).toMatchObject({ total: looked.isNew + looked.fallAway + recounted, refused: 0, waiting: 0 });
    expect(applied?.matters.find(({ meeting }) => meeting?.from === leaving?.startsAt)).toMatchObject({
      ...{ status: 'done', meeting: { does: 'cancelled', to: null, cases: 1 } },
    });
    const went = await ofArea.listingOf(reference);
    expect(went).toMatchObject({ stage: 'listed', status: 'planned' });
    expect(went.meetingId).not.toBe(leaving?.meetingId);
    expect(row?.casesGo).toEqual([{ meetingOn: went.on, cases: 1 }]);

    await takeBack(changeId);
    expect(await moments()).toEqual(before.map(({ startsAt }) => startsAt));
    expect(await ofArea.listingOf(reference)).toMatchObject({ stage: 'listed', status: 'planned' });
  });
});

describe('a meeting that both rhythms have at the same moment', { timeout: 240_000 }, () => {
  /** Until when the list of each meeting is open and when its agenda is due, by its day; and which policy says the latter. */
  const datesOf = async () => {
    const clocks = await product.store.prisma.clock.findMany({ where: { kind: 'agendaOut', status: 'running' } });
    const agendas = new Map(clocks.map(({ caseId, data }) => [caseId, data as unknown as Clock]));
    return new Map(
      (await meetings()).map(({ meetingId, on, cutOffOn }) => {
        const { due = null, reason } = agendas.get(meetingId) ?? {};
        return [on, { cutOffOn, agendaOn: due?.type === 'day' ? due.date : null, by: reason?.policyVersion }];
      }),
    );
  };
  const workingDays = (on: string, days: number) => workingDaysBefore(englandAndWales, on, days).date;

  it('goes by the rhythm that counts on its day, as the new ones do, and goes back with it', async () => {
    const [, second] = await meetings();
    const day = dayOfWeek(second?.on ?? '');
    const before = await datesOf();
    const pattern = { ...weekly, weekday: day, at: '09:30', from };
    const { body: looked } = await preview(pattern);
    const stays = looked.meetings.find((meeting) => meeting.from === second?.startsAt);
    const on = second?.on ?? '';
    expect(before.get(on)).toMatchObject({ cutOffOn: workingDays(on, 8), agendaOn: workingDays(on, 5) });
    expect(stays).toMatchObject({ does: 'stays', cutOff: { from: workingDays(on, 8), to: workingDays(on, 3) } });

    const changeId = await enter(pattern);
    const { applied, change } = await progress(changeId);
    expect(applied).toMatchObject({ refused: 0, waiting: 0 });
    expect(applied?.matters.find(({ meeting }) => meeting?.from === second?.startsAt)?.meeting).toMatchObject({
      ...{ does: 'cutOffMoved', cutOffOn: workingDays(on, 3) },
    });
    const { body: board } = await amy().get<MeetingBoardView>(`/meetings/${second?.meetingId}`);
    expect(board.cutOffWhy).toContain('3 working days before the meeting.');
    expect(board.cutOffWhy).toContain(change.version);
    const weeks = await datesOf();
    expect(weeks.size).toBeGreaterThan(before.size);
    for (const [each, { cutOffOn, agendaOn, by }] of weeks) {
      expect([each, cutOffOn, agendaOn]).toEqual([each, workingDays(each, 3), workingDays(each, 2)]);
      expect(by).toContain(change.version);
    }

    await takeBack(changeId);
    expect(await datesOf()).toEqual(before);
  });
});

describe('a pattern', { timeout: 120_000 }, () => {
  const source = 'The steering group of this test';
  const send = async (pattern: object, who = wanda()) =>
    (await who.post('/policy-changes/meeting-patterns', { source, ...pattern })).body.code;

  it('is refused where it is the same, begins too early, or is none', async () => {
    expect(await send(monthly(1, 4))).toBe('PATTERN_THE_SAME');
    expect(await send({ ...monthly(1, 2), from: londonDate(product.clock.now()) })).toBe('COUNTS_TOO_EARLY');
    expect(await send({ ...monthly(1, 2), area: 'atlantis' })).toBe('UNKNOWN_AREA');
    expect(await send({ ...weekly, nth: 2 })).toBe('NOT_AS_DESCRIBED');
    expect(await send({ ...monthly(1, 2), at: '03:00' })).toBe('NOT_AS_DESCRIBED');
    expect(await send(monthly(1, 6))).toBe('NOT_AS_DESCRIBED');
  });

  it('is changed by whoever administers policy alone, and waits for meetings that have not answered', async () => {
    expect(await send(monthly(1, 2), amy())).toBe('NOT_ALLOWED');
    const [first] = await meetings();
    const { prisma } = product.store;
    const unanswered = {
      meetingId: first?.meetingId ?? '',
      type: 'inviteAgencies',
      payload: {},
      key: 'unanswered',
    } as const;
    await stageCalendar(prisma, area.id, area.id, [unanswered], product.clock.now());
    expect(await send(monthly(1, 2))).toBe('CALENDAR_BEING_MADE');
    await everybodyAnswers(product);
    await takeBack(await enter(monthly(1, 2)));
  });
});
