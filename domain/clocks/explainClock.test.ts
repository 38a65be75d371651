import { describe, expect, it } from 'vitest';
import { londonMoment } from '../calendar/london.ts';
import { aClock, anActionDue, calendar, monthlyArea } from './aClock.ts';
import type { ClockHistoryEntry } from './clockHistory.ts';
import { clockKinds, describeClockKind } from './clockKind.ts';
import { describeRecipientRole, describeRung } from './describeRung.ts';
import { endClock } from './endClock.ts';
import { explainClock } from './explainClock.ts';
import { recipientRoles } from './ladder.ts';
import { moveClock } from './moveClock.ts';
import { rungAt } from './rungAt.ts';

const at = (date: string, time = '09:00') => londonMoment(date, time);

describe('why this date', () => {
  it('is answered by rule, source, versions and the days that do not count', () => {
    expect(explainClock(aClock('firstContact', '2026-04-02'), []).sentences).toEqual([
      'First contact by the IDVA: due on Wednesday 8 April 2026.',
      'The rule: 2 working days after the referral. It began on Thursday 2 April 2026.',
      'Source: published practice guidance of SafeLives and MARAC partnerships. Policy national-1+kent-and-medway-1, calendar england-and-wales-2012-2028.1.',
      'Not counted: Good Friday (Friday 3 April 2026), Easter Monday (Monday 6 April 2026).',
      'Next: Wednesday 8 April 2026 at 9am, to the adviser.',
    ]);
  });

  it('says so where the date is provisional, and speaks of times where the clock is an instant', () => {
    expect(explainClock(aClock('action', '2028-12-20'), []).sentences).toContain(
      'Provisional: not all bank holidays of that time are known yet.',
    );
    expect(explainClock(aClock('urgentAction', '2026-03-09'), []).sentences.slice(0, 2)).toEqual([
      'Urgent action: due by Tuesday 10 March 2026 at 10am.',
      'The rule: 24 hours after the urgent action was set. It began on Monday 9 March 2026 at 10am.',
    ]);
  });

  it('tells the whole life of a clock: moves, pauses, acknowledgements, what was sent and what was not', () => {
    const start = anActionDue('2026-03-11');
    const moved = moveClock(start, { type: 'day', date: '2026-03-20' }, at('2026-03-10'), monthlyArea, calendar);
    const by = { by: 'person-7', reasonWritten: true };
    const history: ClockHistoryEntry[] = [
      { type: 'started', at: start.anchor, due: start.due, reason: start.reason },
      { type: 'rungFired', at: at('2026-03-09'), rung: 0, label: 'beforeDue2', to: ['owner'] },
      { type: 'moved', at: at('2026-03-10'), from: start.due, to: moved.due, because: 'moved', ...by },
      { type: 'paused', at: at('2026-03-11'), reason: 'awaitingCourt', budgetLeft: 7, ...by },
      {
        type: 'resumed',
        at: at('2026-03-12'),
        due: { type: 'day', date: '2026-03-23' },
        by: null,
        reasonWritten: false,
      },
      { type: 'rungsNoted', at: at('2026-03-24'), rungs: [0, 1] },
      { type: 'rungFired', at: at('2026-03-24'), rung: 2, label: 'overdue1', to: ['owner', 'agencyLead'] },
      { type: 'acknowledged', at: at('2026-03-24', '10:00'), nextDate: '2026-03-31', ...by },
      { type: 'ended', at: at('2026-03-30'), outcome: 'metLate', by: 'person-7', reasonWritten: false },
    ];
    const ended = endClock(moved, { at: at('2026-03-30'), outcome: 'done', reason: null });
    const explained = explainClock(ended, history);
    expect(explained.sentences.slice(3)).toEqual([
      'It was first due on Wednesday 11 March 2026.',
      'Monday 9 March 2026 at 9am: reminder 2 working days before, to the owner.',
      'Tuesday 10 March 2026 at 9am: moved, from Wednesday 11 March 2026 to Friday 20 March 2026, by person-7, with a reason.',
      'Wednesday 11 March 2026 at 9am: paused because of this: the court comes first; 7 working days left, by person-7, with a reason.',
      'Thursday 12 March 2026 at 9am: resumed, due on Monday 23 March 2026.',
      'Tuesday 24 March 2026 at 9am: 2 earlier messages noted and not sent.',
      'Tuesday 24 March 2026 at 9am: escalation 1 working day after, to the owner and the lead of the agency.',
      'Tuesday 24 March 2026 at 10am: acknowledged until Tuesday 31 March 2026, by person-7, with a reason.',
      'Monday 30 March 2026 at 9am: ended, met late, by person-7.',
    ]);
    expect(explained.rungsSent.map(({ label }) => label)).toEqual(['beforeDue2', 'overdue1']);
    expect(explained).toMatchObject({
      rungsNoted: [0, 1],
      originalDue: start.due,
      next: null,
      calendarVersion: calendar.version,
    });
    expect([explained.moves.length, explained.acknowledgements.length]).toEqual([1, 1]);
  });
});

describe('the words of practitioners', () => {
  it('exist for every kind, and no two kinds share them', () => {
    expect(new Set(clockKinds.map(describeClockKind)).size).toBe(clockKinds.length);
    expect(describeClockKind('firstContact')).toBe('First contact by the IDVA');
  });

  it('exist for every role and every rung of every ladder', () => {
    expect(recipientRoles.map(describeRecipientRole).filter((words) => words === '')).toEqual([]);
    const urgent = aClock('urgentAction', '2026-03-09');
    const labels = Object.values(monthlyArea.ladders).flatMap(({ rungs }) => rungs.map(({ label }) => label));
    const repeated = [anActionDue('2026-03-11'), urgent].map(
      (clock) => rungAt(clock, 40, monthlyArea, calendar)?.label ?? '',
    );
    expect([...labels, ...repeated].filter((label) => describeRung(label) === label)).toEqual([]);
    expect(describeRung('beforeDue28d')).toBe('reminder 28 days before');
  });
});
