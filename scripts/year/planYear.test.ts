import { describe, expect, it } from 'vitest';
import { addMonths, londonDate } from '../../domain/calendar/london.ts';
import {
  actionsSetBy,
  earlierOf,
  isOutcome,
  momentOf,
  nameOf,
  plan,
  receivedOn,
  repeats,
  table,
} from '../../tests/builders/plannedYear.ts';
import { yearAreas } from './areas.ts';
import { meetingsOfYear } from './calendarOfMeetings.ts';
import { compareReturn, describeComparison } from './compareReturn.ts';
import { countCommands } from './countCommands.ts';
import { planYear } from './planYear.ts';
import type { PlannedCase } from './plannedCase.ts';
import { publishedYear } from './publishedYear.ts';
import { returnFromPlan } from './returnFromPlan.ts';

describe('the invented year', () => {
  it('gives the published table back, cell by cell', () => {
    expect(describeComparison(compareReturn(table, returnFromPlan(plan)))).toEqual(['280 cells, 0 differences']);
  });

  it('is the same on every run', { timeout: 60_000 }, () => {
    expect(planYear(publishedYear())).toEqual(plan);
  });

  it('asks for twelve to fifteen commands a case', () => {
    const perCase = countCommands(plan) / plan.length;
    expect(perCase).toBeGreaterThanOrEqual(12);
    expect(perCase).toBeLessThanOrEqual(15);
  });

  it('neglects one case in each area: an action is left open, everything else is done', () => {
    const neglected = plan.filter((each) => each.neglected);
    expect(neglected.map(({ areaCode }) => areaCode)).toEqual(yearAreas.map(({ code }) => code));
    for (const planned of plan) {
      expect(openActions(planned).length).toBe(planned.neglected ? 1 : 0);
      expect(planned.life.some(({ type }) => type === 'close')).toBe(!planned.neglected);
    }
  });
});

describe('the repeats of the year', () => {
  it('each have an earlier referral of the same two people, accepted and at most twelve months before', () => {
    expect(repeats.length).toBe(317);
    for (const repeat of repeats) {
      const earlier = earlierOf(repeat);
      expect(earlier.victim).toBe(repeat.victim);
      expect(earlier.perpetrator).toBe(repeat.perpetrator);
      expect(earlier.areaCode).toBe(repeat.areaCode);
      expect(momentOf(earlier, 'screen') < momentOf(repeat, 'submitReferral')).toBe(true);
      expect(receivedOn(repeat) <= addMonths(receivedOn(earlier), 12)).toBe(true);
    }
  });

  it('come after the case they repeat, which is the last one of the pair, and carry its flags and children', () => {
    const lastOfPair = new Map<string, string>();
    for (const planned of plan) {
      const pair = `${nameOf(planned.victim)}, ${nameOf(planned.perpetrator)}`;
      expect(planned.repeatOf).toBe(lastOfPair.get(pair) ?? null);
      lastOfPair.set(pair, planned.key);
      if (planned.repeatOf === null) continue;
      expect(planned.flags).toEqual(earlierOf(planned).flags);
      expect(planned.children.length).toBe(earlierOf(planned).children.length);
    }
  });

  it('meet some pairs more than once', () => {
    expect(repeats.filter((repeat) => earlierOf(repeat).repeatOf !== null).length).toBeGreaterThan(10);
  });

  it('find a child that was expected before by the date on which it was', () => {
    const born = repeats.flatMap((repeat) =>
      repeat.children.flatMap((child, index) => {
        const before = earlierOf(repeat).children[index];
        return before?.unborn === true && !child.unborn ? [[before.expectedOn, child.dateOfBirth]] : [];
      }),
    );
    expect(born.length).toBeGreaterThan(0);
    for (const [expectedOn, dateOfBirth] of born) expect(dateOfBirth).toBe(expectedOn);
  });
});

describe('the meetings of the year', () => {
  const sittings = plan.flatMap((planned) =>
    planned.life.flatMap((intention) =>
      intention.type === 'hear' || intention.type === 'defer'
        ? [{ planned, intention, place: `${planned.areaCode} ${intention.meetingOn}` }]
        : [],
    ),
  );
  const meetings = yearAreas.map((area) => ({
    area,
    ...meetingsOfYear(area, plan.filter(({ areaCode }) => areaCode === area.code).length),
  }));

  it('never take more cases than they had room for, the deferred ones included', () => {
    const taken = Map.groupBy(sittings, ({ place }) => place);
    const capacity = new Map<string, number>(
      meetings.flatMap(({ area, meetings: ofArea }) =>
        ofArea.map((meeting) => [`${area.code} ${meeting.date}`, meeting.capacity] as const),
      ),
    );
    expect(taken.size).toBe(13 * 12);
    for (const [place, cases] of taken) expect(cases.length).toBeLessThanOrEqual(capacity.get(place) ?? 0);
  });

  it('first list each case where the first cut-off had not passed when it came, was screened and was graded', () => {
    for (const { area, meetings: ofArea } of meetings) {
      for (const planned of plan.filter(({ areaCode }) => areaCode === area.code)) {
        for (const { type, occurred } of planned.life) {
          if (type !== 'submitReferral' && type !== 'screen' && type !== 'grade') continue;
          const open = ofArea.find(({ cutOff }) => cutOff >= londonDate(occurred.at));
          expect(open?.date).toBe(planned.listedFor);
        }
      }
    }
  });

  it('hear each case once, some of them a meeting later because they were deferred', () => {
    for (const planned of plan) {
      const own = sittings.filter(({ planned: other }) => other === planned).map(({ intention }) => intention);
      const isDeferred = planned.listedFor !== planned.heardOn;
      expect(own.map(({ type }) => type)).toEqual(isDeferred ? ['defer', 'hear'] : ['hear']);
      expect(own.map(({ meetingOn }) => meetingOn)).toEqual(
        isDeferred ? [planned.listedFor, planned.heardOn] : [planned.heardOn],
      );
    }
    expect(plan.filter(({ listedFor, heardOn }) => listedFor !== heardOn).length).toBeGreaterThan(13);
  });

  it('have one attendance sheet each, on which whoever led a referral that was heard is there', () => {
    const sheets = new Map<string, unknown>();
    for (const { planned, intention, place } of sittings) {
      expect(intention.attendance).toEqual(sheets.get(place) ?? intention.attendance);
      sheets.set(place, intention.attendance);
      const leading = intention.attendance[planned.referringAgencies[0] ?? ''];
      if (intention.type === 'hear') expect(['present', 'deputy']).toContain(leading);
    }
  });
});

function openActions({ life }: PlannedCase): string[] {
  const ended = new Set(life.flatMap((each) => (isOutcome(each) ? [each.action] : [])));
  return life.flatMap(actionsSetBy).filter((key) => !ended.has(key));
}
