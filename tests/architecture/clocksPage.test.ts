import { describe, expect, it } from 'vitest';
import { londonDate } from '../../domain/calendar/london.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import type { Due } from '../../domain/clocks/clock.ts';
import { type ClockKind, clockKinds, describeClockKind } from '../../domain/clocks/clockKind.ts';
import { type ClockRule, dueTypeOf } from '../../domain/clocks/clockRule.ts';
import { describeDueRule } from '../../domain/clocks/describeDueRule.ts';
import { listingCutOff } from '../../domain/clocks/listingCutOff.ts';
import { rungAt } from '../../domain/clocks/rungAt.ts';
import { startClock } from '../../domain/clocks/startClock.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import { defaultPolicyEntries } from '../../domain/policy/defaults.ts';
import { nationalLadders } from '../../domain/policy/nationalLadders.ts';
import { policyInForce } from '../../domain/policy/policyInForce.ts';
import { dateOnPage, momentOnPage, type PageRow, readClocksPage } from './readClocksPage.ts';

const rows = readClocksPage();
const rules = rows.filter(({ section, cells }) => section === 'The rules' && 'Rule' in cells);
const dues = rows.filter(({ cells }) => 'Begins' in cells);
const cutOffs = rows.filter(({ cells }) => 'Cut-off' in cells);
const messages = rows.filter(({ cells }) => 'Messages' in cells);
/** When counting days goes wrong. */
const occasions = [/clocks? (change|forward|back)/i, /Easter|Good Friday/, /Christmas/, /leap day/i];
/** The terms by which the page counts school days. */
const terms = {
  name: 'the terms of the page',
  terms: rows
    .filter(({ cells }) => 'First day' in cells)
    .map(({ cells }) => ({ from: dateOnPage(cells['First day'] ?? ''), until: dateOnPage(cells['Last day'] ?? '') })),
  closed: rows
    .filter(({ cells }) => 'Schools shut' in cells)
    .map(({ cells }) => ({ date: dateOnPage(cells['Schools shut'] ?? ''), name: cells['What it is'] ?? '' })),
};
const policyOn = (area: string, date: string) => policyInForce(defaultPolicyEntries, area, date);
const national = policyOn('an area that has said nothing', '2026-01-01');

describe('the page about clocks', () => {
  it('has the rule, ladder and source of every kind, as policy has them', () => {
    const onPage = Object.fromEntries(rules.map(({ cells: { Code = '', ...cells } }) => [Code, cells]));
    const inPolicy = clockKinds.map((kind) => [`\`${kind}\``, ruleRow(kind, national)]);
    expect(onPage).toEqual(Object.fromEntries(inPolicy));
    expect(rules).toHaveLength(clockKinds.length);
  });

  it('has the figures of meetings that differ by pattern', () => {
    const weekly = policyOn('medway', '2026-01-01');
    const figures = rows.filter(({ cells }) => 'Figure' in cells).map(({ cells }) => Object.values(cells));
    expect(figures).toEqual(
      (['cutOffWorkingDays', 'agendaWorkingDays'] as const).map((figure) => [
        `\`${figure}\``,
        String(national.meeting[figure].value),
        String(weekly.meeting[figure].value),
      ]),
    );
  });

  it('works out at least three examples of every kind, with a change of the clocks, Easter, Christmas and a leap day among them', () => {
    const missing = clockKinds.flatMap((kind) => {
      const shown = dues.filter(({ code }) => code === kind).map(({ cells }) => cells['Shows'] ?? '');
      expect(shown.length, kind).toBeGreaterThanOrEqual(3);
      return occasions.filter((occasion) => !shown.some((each) => occasion.test(each))).map((each) => [kind, each]);
    });
    expect(missing).toEqual([]);
    expect(cutOffs.length).toBeGreaterThanOrEqual(3);
    for (const occasion of occasions)
      expect(cutOffs.some(({ cells }) => occasion.test(cells['Shows'] ?? ''))).toBe(true);
  });

  it('works out when the messages of every ladder go out', () => {
    const ladders = messages.map(
      ({ cells: { Code = '' } }) => national.clocks[Code.replaceAll('`', '') as ClockKind].ladder,
    );
    expect([...new Set(ladders)].toSorted()).toEqual(Object.keys(nationalLadders).toSorted());
  });

  it('works out the day before school after a weekend, a half term, Christmas, Easter and a summer, and without terms', () => {
    const shown = dues.filter(({ code }) => code === 'schoolTold').map(({ cells }) => cells['Shows'] ?? '');
    for (const occasion of ['Weekend', 'Half term', 'Christmas', 'Easter', 'Clock change', 'Summer', 'No terms known'])
      expect(shown.join('; ')).toContain(occasion);
    expect(terms.terms).toHaveLength(12);
  });
});

describe('worked out by hand, and counted by the product:', () => {
  it.each(dues.map((row) => [title(row, row.code), row] as const))('%s', (_title, row) => {
    expect(dueByTheProduct(row)).toEqual(dueOnPage(row.cells['Due'] ?? ''));
  });

  it.each(cutOffs.map((row) => [title(row, 'cut-off'), row] as const))('%s', (_title, { cells }) => {
    const meetingOn = dateOnPage(cells['Meeting'] ?? '');
    const counted = listingCutOff(meetingOn, policyOn(cells['Area'] ?? '', meetingOn), englandAndWales);
    expect(counted.date).toBe(dateOnPage(cells['Cut-off'] ?? ''));
  });

  it.each(messages.map((row) => [title(row, row.cells['Code'] ?? ''), row] as const))('%s', (_title, { cells }) => {
    const due = dueOnPage(cells['Due'] ?? '');
    const kind = (cells['Code'] ?? '').replaceAll('`', '') as ClockKind;
    const onPage = (cells['Messages'] ?? '').split('; ').map(momentOnPage);
    const planned = onPage.map((_, n) => rungAt({ kind, due, putOff: 0 }, n, national, englandAndWales)?.at);
    expect(planned).toEqual(onPage);
  });
});

function title({ cells }: PageRow, about: string): string {
  return `${about}, ${cells['Shows'] ?? ''}: ${cells['Begins'] ?? cells['Meeting'] ?? cells['Due'] ?? ''}`;
}

function ruleRow(kind: ClockKind, policy: AreaPolicy) {
  const rule: ClockRule = policy.clocks[kind];
  const urgent = rule.whenUrgent ? `; urgent: ${describeDueRule(rule.whenUrgent, policy)}` : '';
  const notUrgent = rule.whenNotUrgent ? `; not urgent: ${describeDueRule(rule.whenNotUrgent, policy)}` : '';
  return {
    Duty: describeClockKind(kind),
    Rule: `${describeDueRule(rule.due, policy)}${urgent}${notUrgent}`,
    Ladder: `\`${rule.ladder}\``,
    Source: rule.due.source,
  };
}

/** A day, or a moment where a time of day is named. */
function dueOnPage(text: string): Due {
  return /\d\d:\d\d$/.test(text)
    ? { type: 'instant', at: momentOnPage(text) }
    : { type: 'day', date: dateOnPage(text) };
}

function dueByTheProduct({ code, cells }: PageRow): Due {
  const given = (cells['Given'] ?? '').split(', ');
  const named = (word: string) => given.find((each) => each.startsWith(`${word} `))?.slice(word.length + 1);
  const anchor = momentOnPage(cells['Begins'] ?? '');
  const [meeting, until, ends] = [named('meeting'), named('until'), named('ends')];
  const policy = policyOn(named('area') ?? 'maidstone', londonDate(anchor));
  const kind = code as ClockKind;
  const start = {
    id: 'clock',
    kind,
    subject: { type: 'case', id: 'case' } as const,
    anchor,
    ...(meeting === undefined ? {} : { meetingDate: dateOnPage(meeting) }),
    ...(ends === undefined ? {} : { endsOn: dateOnPage(ends) }),
    ...(until === undefined ? {} : { due: dueOnPage(until) }),
    ...(given.includes('the terms above') ? { schools: [[terms]] } : {}),
    ...(given.includes('urgent') ? { urgent: true } : {}),
    ...(given.includes('not urgent') ? { urgent: false } : {}),
  };
  const { due } = startClock(start, policy, englandAndWales);
  expect(due.type).toBe(dueTypeOf(policy.clocks[kind].due));
  return due;
}
