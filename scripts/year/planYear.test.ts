import { describe, expect, it } from 'vitest';
import { addMonths, daysBetween, londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales, workingDaysAfter } from '../../domain/calendar/workingCalendar.ts';
import { yearAreas } from './areas.ts';
import { meetingsOfYear } from './calendarOfMeetings.ts';
import { compareReturn, describeComparison } from './compareReturn.ts';
import { countCommands } from './countCommands.ts';
import { planYear } from './planYear.ts';
import type { Intention, PlannedCase } from './plannedCase.ts';
import { publishedYear } from './publishedYear.ts';
import { returnFromPlan } from './returnFromPlan.ts';
import { canBeGraded } from './risk.ts';

const table = publishedYear();
const plan = planYear(table);
const byKey = new Map(plan.map((each) => [each.key, each]));
const repeats = plan.filter(({ repeatOf }) => repeatOf !== null);

function momentOf(planned: PlannedCase, type: Intention['type']): string {
  const found = planned.life.find((intention) => intention.type === type);
  if (found === undefined) throw new Error(`${planned.key} has no ${type}.`);
  return found.occurred.at;
}

/** Whether somebody spoke to the victim and recorded later than five working days after it whether they engage. */
function engagedTooLate(life: PlannedCase['life']): boolean {
  const spoke = life.find((each) => each.type === 'recordContactAttempt' && each.result === 'spoke');
  const engagement = life.find(({ type }) => type === 'recordEngagement');
  if (spoke === undefined) return false;
  const last = workingDaysAfter(englandAndWales, londonDate(spoke.occurred.at), 5).date;
  return engagement === undefined || londonDate(engagement.occurred.at) > last;
}

function receivedOn(planned: PlannedCase): string {
  return londonDate(momentOf(planned, 'submitReferral'));
}

function earlierOf(planned: PlannedCase): PlannedCase {
  const earlier = byKey.get(planned.repeatOf ?? '');
  if (earlier === undefined) throw new Error(`${planned.key} repeats nothing.`);
  return earlier;
}

function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`;
}

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

describe('the life of a case', () => {
  it('runs in order from the referral on, the closing last but for the end of support', () => {
    for (const { life } of plan) {
      const moments = life.map(({ occurred }) => occurred.at);
      expect(moments).toEqual(moments.toSorted());
      expect(life[0]?.type).toBe('submitReferral');
      const afterClosing = life.slice(life.findIndex(({ type }) => type === 'close') + 1).map(({ type }) => type);
      if (life.some(({ type }) => type === 'close')) expect(['', 'endSupport']).toContain(afterClosing.join());
    }
  });

  it.each<[Intention['type'], Intention['type']]>([
    ['submitReferral', 'screen'],
    ['screen', 'grade'],
    ['screen', 'reviewPlan'],
    ['reviewPlan', 'hear'],
    ['submitReferral', 'recordContactAttempt'],
    ['recordContactAttempt', 'recordEngagement'],
    ['recordEngagement', 'recordSafetyPlan'],
    ['recordEngagement', 'close'],
    ['recordSafetyPlan', 'endSupport'],
    ['setAction', 'hear'],
    ['defer', 'hear'],
    ['hear', 'tellOutcome'],
    ['hear', 'tellReferrer'],
    ['hear', 'addCourtHearing'],
    ['tellOutcome', 'endSupport'],
    ['addCourtHearing', 'recordCourtOutcome'],
    ['recordCourtOutcome', 'tellCourtResult'],
    ['tellCourtResult', 'close'],
  ])('never has %s after %s', (first, second) => {
    const both = plan.filter(({ life }) => [first, second].every((type) => life.some((each) => each.type === type)));
    expect(both.length).toBeGreaterThan(0);
    for (const planned of both) expect(momentOf(planned, first) < momentOf(planned, second)).toBe(true);
  });

  it('tries to reach every victim, and records what came of it', () => {
    for (const { life } of plan) {
      const attempts = life.flatMap((each) => (each.type === 'recordContactAttempt' ? [each.result] : []));
      const engagement = life.flatMap((each) => (each.type === 'recordEngagement' ? [each.status] : []));
      expect(attempts.length).toBeLessThanOrEqual(3);
      expect(attempts.includes('spoke')).toBe(engagement[0] !== 'unableToContact');
      expect(attempts.includes('spoke') || attempts.length === 3).toBe(true);
      expect(engagedTooLate(life)).toBe(false);
      expect(life.some(({ type }) => type === 'recordSafetyPlan')).toBe(engagement[0] === 'engaged');
    }
  });

  it('ends each action once, after it was set, and only moves a date forward that has not passed', () => {
    for (const { life } of plan) {
      const ended = life.flatMap((each) => (isOutcome(each) ? [each.action] : []));
      expect(new Set(ended).size).toBe(ended.length);
      for (const each of life) {
        if (each.type === 'moveActionDue') expect(each.to > londonDate(each.occurred.at)).toBe(true);
        if (!isOutcome(each)) continue;
        const set = life.findIndex((other) => actionsSetBy(other).includes(each.action));
        expect(set).toBeGreaterThanOrEqual(0);
        expect(set).toBeLessThan(life.indexOf(each));
      }
    }
  });

  it('takes about one case in seven to court, and notes the outcome after the hearing', () => {
    const atCourt = plan.flatMap(({ life }) =>
      life.flatMap((each) =>
        each.type === 'addCourtHearing'
          ? [{ at: each.at, noted: life.find(({ type }) => type === 'recordCourtOutcome')?.occurred.at ?? '' }]
          : [],
      ),
    );
    expect(atCourt.length / plan.length).toBeGreaterThan(0.1);
    expect(atCourt.length / plan.length).toBeLessThan(0.2);
    for (const { at, noted } of atCourt) expect(noted > at).toBe(true);
  });

  it('is written down now to the minute, now only to the day, which is kept as noon in London', () => {
    const all = plan.flatMap(({ life }) => life.map(({ occurred }) => occurred));
    expect(all.some(({ precision }) => precision === 'day')).toBe(true);
    for (const { at, precision } of all) if (precision === 'day') expect(at).toMatch(/T1[12]:00:00\.000Z$/);
  });
});

describe('the risk of a case', () => {
  const yes = ({ risk }: PlannedCase): number => risk.dash?.filter((answer) => answer === 'yes').length ?? 0;

  it('has 24 answers or none, and a way to be graded unless it is a repeat', () => {
    for (const planned of plan) {
      if (planned.risk.dash !== null) expect(planned.risk.dash.length).toBe(24);
      if (planned.repeatOf === null) expect(canBeGraded(planned.risk)).toBe(true);
      expect(planned.life.some(({ type }) => type === 'grade')).toBe(canBeGraded(planned.risk));
    }
  });

  it('fits its route: 14 yes or a high police grade, a judgement, an escalation below that, or a repeat', () => {
    for (const planned of plan) {
      const { route, dash, policeGrade, judgement } = planned.risk;
      if (route === 'visibleHighRisk') expect(dash === null ? policeGrade === 'high' : yes(planned) >= 14).toBe(true);
      if (route === 'professionalJudgement') expect([judgement, yes(planned) < 14]).toEqual(['high', true]);
      if (route === 'potentialEscalation') expect([judgement, yes(planned) < 14]).toEqual([null, true]);
      if (route === 'repeat') expect(planned.repeatOf).not.toBeNull();
    }
    expect(repeats.filter(({ risk }) => risk.route === 'repeat').length).toBeGreaterThan(repeats.length / 2);
  });

  it('is graded by the police only where the police referred', () => {
    for (const { risk, referringAgencies } of plan) {
      expect(risk.policeGrade !== null).toBe(referringAgencies.includes('police'));
    }
  });
});

describe('the people of the year', () => {
  const firsts = plan.filter(({ repeatOf }) => repeatOf === null);
  const born = plan.flatMap(({ children }) => children.flatMap((child) => (child.unborn ? [] : [child])));

  it('are all different: nobody shares a name with anybody, but for a pair that comes again', () => {
    const adults = firsts.flatMap(({ victim, perpetrator }) => [nameOf(victim), nameOf(perpetrator)]);
    expect(new Set(adults).size).toBe(adults.length);
    const people = new Map<string, string>();
    for (const child of born) {
      expect(people.get(nameOf(child)) ?? child.dateOfBirth).toBe(child.dateOfBirth);
      people.set(nameOf(child), child.dateOfBirth);
    }
    expect(adults.filter((name) => people.has(name))).toEqual([]);
    const inFirstCases = firsts.flatMap(({ children }) =>
      children.flatMap((child) => (child.unborn ? [] : [nameOf(child)])),
    );
    expect(new Set(inFirstCases).size).toBe(inFirstCases.length);
  });

  it('have victims of 16 and over on the day of every referral', () => {
    for (const planned of plan) {
      expect(addMonths(planned.victim.dateOfBirth, 16 * 12) <= receivedOn(planned)).toBe(true);
    }
  });

  it('have children under 18, and unborn ones expected within nine months', () => {
    for (const planned of plan) {
      for (const child of planned.children) {
        if (child.unborn) {
          expect(daysBetween(receivedOn(planned), child.expectedOn)).toBeGreaterThan(0);
          expect(daysBetween(receivedOn(planned), child.expectedOn)).toBeLessThan(280);
        } else {
          expect(child.dateOfBirth <= receivedOn(planned)).toBe(true);
          expect(addMonths(child.dateOfBirth, 18 * 12) > receivedOn(planned)).toBe(true);
        }
      }
    }
    expect(plan.some(({ children }) => children.some((child) => child.unborn))).toBe(true);
  });

  it('have telephones kept for fiction, one a victim', () => {
    const telephones = firsts.map(({ safeContact }) => safeContact.telephone);
    expect(new Set(telephones).size).toBe(telephones.length);
    for (const telephone of telephones) expect(telephone).toMatch(/^(07700 900|01632 960)\d{3}$/);
  });

  it('have male victims where the flag says so', () => {
    for (const { victim, flags } of plan) expect(victim.sex === 'male').toBe(flags['Male victims']);
  });
});

function isOutcome(
  intention: Intention,
): intention is Extract<Intention, { type: 'completeAction' | 'actionNotPossible' | 'actionNotDone' }> {
  return ['completeAction', 'actionNotPossible', 'actionNotDone'].includes(intention.type);
}

function actionsSetBy(intention: Intention): string[] {
  if (intention.type === 'setAction') return [intention.action.key];
  return intention.type === 'hear' ? intention.actions.map(({ key }) => key) : [];
}

function openActions({ life }: PlannedCase): string[] {
  const ended = new Set(life.flatMap((each) => (isOutcome(each) ? [each.action] : [])));
  return life.flatMap(actionsSetBy).filter((key) => !ended.has(key));
}
