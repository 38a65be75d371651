import { beforeAll, describe, expect, it } from 'vitest';
import { addMonths, dayOfWeek, londonDate } from '../../domain/calendar/london.ts';
import { everybodyAnswers } from '../environment/everybodyAnswers.ts';
import { makeCalendarOf } from '../environment/makeCalendarOf.ts';
import { siteForFile } from './siteForFile.ts';
import type { Visitor } from './visitor.ts';

const here = siteForFile();
let wanda: Visitor;

beforeAll(async () => {
  await makeCalendarOf(here.product, 'thanet');
  wanda = await here.site.signInAs('wanda.osei');
}, 240_000);

const choose = (field: string, value: string) => wanda.page.locator(`select[name="${field}"]`).selectOption(value);
const type = (field: string, text: string) => wanda.page.locator(`input[name="${field}"]`).fill(text);

/** When the meetings of the calendar are, in order. */
async function moments(): Promise<readonly string[]> {
  const planned = await here.product.store.prisma.meeting.findMany({
    where: { slot: { not: null }, status: 'planned' },
    orderBy: { startsAt: 'asc' },
  });
  return planned.map(({ startsAt }) => startsAt.toISOString());
}

/** The page of a change once everything that it asked for has its answer: what it says of each case and meeting. */
async function whenAllHaveAnswered(caption: string): Promise<readonly string[]> {
  await everybodyAnswers(here.product);
  await wanda.page.reload();
  expect(await wanda.text()).toContain(caption);
  const table = wanda.page.locator('table', { hasText: caption.split(':')[0] ?? caption });
  return table.locator('tbody tr').allInnerTexts();
}

describe('the system administrator', { timeout: 240_000 }, () => {
  it('sees what another pattern does to the meetings of an area before anything does, follows it meeting by meeting, and takes it back', async () => {
    const before = await moments();
    await wanda.open('/policy-changes');
    await wanda.follow('change when an area meets');
    await choose('area', 'thanet');
    await choose('every', 'month');
    await choose('nth', '2');
    await choose('weekday', '1');
    await type('at', '13:30');
    // Few meetings of the calendar come after so late a day.
    await type('from', `${addMonths(londonDate(here.product.clock.now()), 10).slice(0, 7)}-01`);
    await type('source', 'Steering group of the area');
    await wanda.press('Show what moves');
    const shown = await wanda.text();
    expect(shown).toContain('Meeting by meeting');
    const [, move] = /Thanet: [1-9]\d* stay, ([1-9]\d*) move, 0 new, 0 fall away/.exec(shown) ?? [];
    expect(Number(move)).toBeGreaterThan(1);
    expect(await moments()).toEqual(before);

    await wanda.press('Change the meetings');
    expect(await wanda.page.locator('h1').innerText()).toContain('Meetings every month on the second Monday at 13:30');
    expect(await wanda.text()).toMatch(/Moves from .* at 9:30am to .* at 1:30pm/);
    const there = await whenAllHaveAnswered(`Put to running cases: ${move} of ${move} decided`);
    expect(there.filter((text) => /at 1:30pm/.test(text) && text.includes('Done'))).toHaveLength(Number(move));
    expect((await moments()).filter((startsAt) => !before.includes(startsAt))).toHaveLength(Number(move));

    await wanda.follow('Take it back');
    await wanda.press('Take it back');
    const back = await whenAllHaveAnswered(`Taken back from running cases: ${move} of ${move} decided`);
    expect(back.filter((text) => /from .* at 1:30pm to .* at 9:30am/.test(text))).toHaveLength(Number(move));
    expect(await moments()).toEqual(before);
  });

  it('sees which meetings keep their day while the other rhythm closes their lists on another', async () => {
    const before = await moments();
    const last = londonDate(before.at(-1) ?? '');
    await wanda.open('/policy-changes');
    await wanda.follow('change when an area meets');
    await choose('area', 'thanet');
    await choose('every', 'week');
    await choose('weekday', String(dayOfWeek(last)));
    await type('at', '09:30');
    await type('from', `${addMonths(londonDate(here.product.clock.now()), 10).slice(0, 7)}-01`);
    await type('source', 'Steering group of the area');
    await wanda.press('Show what moves');
    const line = /Its list is open until \w+ \d.*, no longer until \w+ \d/;
    const rows = await wanda.page
      .locator('table', { hasText: 'Meeting by meeting' })
      .locator('tbody tr')
      .allInnerTexts();
    expect(rows.filter((text) => line.test(text) && /Stays/i.test(text)).length).toBeGreaterThan(0);
    expect(rows.filter((text) => line.test(text) && /New|Falls away/i.test(text))).toEqual([]);
    expect(await moments()).toEqual(before);
  });

  it('sees which meetings meet a newly announced bank holiday, moves them with it, and takes it back', async () => {
    const before = await moments();
    const on = londonDate(before[5] ?? '');
    await wanda.open('/policy-changes');
    await wanda.follow('Announce a bank holiday');
    await type('date', on);
    await type('name', 'Jubilee');
    await type('source', 'Proclamation of this test');
    await wanda.press('Show what moves');
    const shown = await wanda.text();
    expect(shown).toContain('Meetings that meet the day');
    expect(shown).toMatch(/Thanet\s+Moves\s+To /i);
    expect(await moments()).toEqual(before);

    await wanda.press('Announce it and move meetings and dates');
    expect(await wanda.page.locator('h1').innerText()).toContain('Jubilee');
    const moved = await whenAllHaveAnswered('Put to running cases');
    expect(moved.filter((text) => /Moves from .* to .*/.test(text) && text.includes('Done'))).toHaveLength(1);
    const gone = before.filter((_, index) => index !== 5);
    expect((await moments()).filter((startsAt) => before.includes(startsAt))).toEqual(gone);

    await wanda.follow('Take it back');
    await wanda.press('Take it back');
    const back = await whenAllHaveAnswered('Taken back from running cases');
    expect(back.filter((text) => /Moves from .* to .*/.test(text) && text.includes('Done'))).toHaveLength(1);
    expect(await moments()).toEqual(before);
  });

  it('begins with the steps a ladder has, and cannot let it go quiet', async () => {
    await wanda.open('/policy-changes');
    await wanda.follow('change a ladder');
    await choose('ladder', 'action');
    await wanda.press('Show what moves');
    const steps = wanda.page.locator('textarea[name="steps"]');
    expect(await steps.inputValue()).toContain('1 working day after: owner, agency lead');
    await steps.fill('due day: owner');
    await type('source', 'Steering group');
    await wanda.press('Show what moves');
    expect(await wanda.text()).toContain('A ladder never goes quiet');
    await steps.fill('due day: owner\n1 working day after: coordinator\nevery 7 days: chair');
    await wanda.press('Show what moves');
    expect(await wanda.text()).toContain('Nothing that runs now would move.');
    await wanda.press('Change it and move the reminders');
    expect(await wanda.page.locator('h1').innerText()).toContain('Ladder action');
    const entry = await here.product.store.prisma.areaPolicyEntry.findFirstOrThrow({
      where: { source: 'Steering group' },
    });
    expect(entry.patch).toMatchObject({ ladders: { action: { then: { every: 7, to: ['chair'] } } } });
  });

  it('permits a reason to pause a duty once it has seen what it touches', async () => {
    await wanda.open('/policy-changes');
    await wanda.follow('change why a duty may be paused');
    await choose('clock', 'firstContact');
    await choose('reason', 'awaitingCourt');
    await wanda.press('Show what moves');
    expect(await wanda.text()).toContain('Choose whether it may be paused.');
    await choose('permitted', 'true');
    await type('source', 'Tactical group');
    await wanda.press('Show what moves');
    await wanda.press('Change it');
    expect(await wanda.page.locator('h1').innerText()).toContain('the court comes first');
  });

  it('is told what is missing', async () => {
    const asked = '/administration/changes/pattern?area=thanet&every=month&weekday=1&onBankHoliday=nextWorkingDay';
    await wanda.open(`${asked}&nth=2&at=3:30`);
    const shown = await wanda.text();
    expect(shown).not.toContain('Meeting by meeting');
    expect(shown).toContain('Write a time of day between 07:00 and 19:59, like 09:30.');
    expect(shown).toContain('Write where it was decided.');
    await wanda.open(`${asked}&at=09:30`);
    expect(await wanda.text()).toContain('A monthly meeting needs its week, and a weekly one has none.');
    // As it meets already.
    await wanda.open(`${asked.replace('weekday=1', 'weekday=3')}&nth=1&at=09:30&from=2030-01-01&source=Nobody`);
    expect(await wanda.text()).toContain('The area meets by this pattern already.');
  });
});
