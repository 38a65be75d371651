import { describe, expect, it } from 'vitest';
import { moment } from '../../tests/builders/world.ts';
import { outlookOf } from './outlookOf.ts';
import type { PlannedCase } from './planCase.ts';

/** Heard on Thursday 5 November 2026 in a monthly area, everything told; looked at on Friday the 27th. */
const heard = {
  ...{ area: 'maidstone', referredOn: '2026-10-05', acceptedOn: '2026-10-06', heardOn: '2026-11-05', adviser: 'J P' },
  ...{ firstAttemptOn: '2026-10-07', victimToldOn: '2026-11-06', referrerToldOn: '2026-11-09' },
};
const action = { agency: 'housing', setOn: '2026-11-05', dueOn: '2026-11-10', outcome: '' };
const beside = { children: [], actions: [], proceedings: [], hearings: [], dates: [] };
const nothing = { row: 2, caseKey: 'old-1', steps: [], ...beside };
const now = moment('2026-11-27 16:00');

function outlook(cells: PlannedCase['cells'], beside: Partial<PlannedCase> = {}): readonly string[] {
  return outlookOf({ ...nothing, ...beside, cells }, now);
}

describe('what taking a case over would lead to', () => {
  it('says where it stands and when its flag ends', () => {
    expect(outlook(heard)).toEqual([
      'Referred on Monday 5 October 2026, heard on Thursday 5 November 2026, with an adviser.',
      'The flag of twelve months ends on Tuesday 5 October 2027.',
    ]);
    expect(outlook({ ...heard, closedOn: '2026-11-20', adviser: '' })[0]).toBe(
      'Referred on Monday 5 October 2026, heard on Thursday 5 November 2026, closed on Friday 20 November 2026, without an adviser.',
    );
    expect(outlook({ ...heard, referredOn: '2025-10-05' }).at(-1)).toBe(
      'The flag of twelve months ended on Monday 5 October 2026.',
    );
  });

  it('says which actions are open and who hears of one that is overdue', () => {
    // Ten working days and more after Tuesday 10 November: the rung after that is weekly, to governance too.
    const done = { ...action, outcome: 'completed' };
    const later = { ...action, agency: 'police', dueOn: '2026-12-04' };
    const said = outlook(heard, { actions: [action, done, later] });
    expect(said[1]).toBe('3 actions, 2 of them open.');
    expect(said[2]).toMatch(
      /^Owed: an action of housing, due on Tuesday 10 November 2026; overdue, and when the case is taken over the owner, the coordinator and governance will hear of it\.$/,
    );
    expect(said[3]).toBe('Owed: an action of police, due on Friday 4 December 2026.');
    const one = outlook(heard, { actions: [{ ...action, dueOn: '2026-11-26' }] });
    expect(one[2]).toBe(
      'Owed: an action of housing, due on Thursday 26 November 2026; overdue, and when the case is taken over the owner and the lead of the agency will hear of it.',
    );
  });

  it('says what nobody has written down as done', () => {
    expect(outlook({ ...heard, victimToldOn: '' })[1]).toMatch(
      /^Owed: Tell the victim the outcome of the meeting, due on Monday 9 November 2026; overdue, /,
    );
    expect(outlook({ ...heard, firstAttemptOn: '' })[1]).toMatch(
      /^Owed: First contact by the IDVA, due on Wednesday 7 October/,
    );
    // Spoken to on Friday 20 November: the fifth working day after it is the 27th, which is today.
    const spoken = { ...heard, spokeOn: '2026-11-20' };
    const engagement = 'Owed: Record whether the victim engages with support, due on Friday 27 November 2026.';
    expect(outlook(spoken)).toContain(engagement);
    const atOnce = { ...heard, firstAttemptOn: '2026-11-20', firstAttemptResult: 'spoke' };
    expect(outlook(atOnce)).toContain(engagement);
    for (const known of [{ engagement: 'declined' }, { supportEndedOn: '2026-11-26' }])
      expect(outlook({ ...spoken, ...known })).not.toContain(engagement);
    const fresh = outlook({ area: 'maidstone', referredOn: '2026-11-27' });
    expect(fresh).toContain('Owed: Screen the referral, due on Monday 30 November 2026.');
    expect(fresh.join(' ')).not.toContain('flag');
  });

  it('counts the children, and those of whom somebody was told', () => {
    const children = [{ notifiedOn: '2026-10-06' }, { notifiedOn: '' }];
    expect(outlook(heard, { children })).toContain('2 children, of 1 of whom children’s services were told.');
    const also = 'By its grade also owed: telling children’s services of the others, at once where it is high.';
    expect(outlook(heard, { children })).toContain(also);
    expect(outlook(heard, { children: children.slice(0, 1) }).join(' ')).not.toContain('By its grade');
    expect(outlook({ ...heard, closedOn: '2026-11-20' }, { children }).join(' ')).not.toContain('By its grade');
  });

  it('says what may be owed by the grade, which only the product works out, before a meeting has heard it', () => {
    const graded = { ...heard, gradedOn: '2026-10-06', heardOn: '' };
    expect(outlook(graded)).toContain(
      'By its grade also owed: an answer by the service it is handed to below the threshold, or a decision on what is done meanwhile where its meeting is far off.',
    );
    expect(outlook({ ...graded, gradedOn: '' }).join(' ')).not.toContain('By its grade');
  });

  it('keeps dates outside in sight', () => {
    const dates = [{ kind: 'nonMolestation', at: '2027-04-20' }];
    expect(outlook(heard, { dates })).toContain('A non-molestation order: Tuesday 20 April 2027, kept in sight.');
  });

  it('says where proceedings stand and what each hearing is taken over as', () => {
    const proceedings = [
      { kind: 'criminal', startedOn: '2026-09-28', milestones: 'charge 2026-09-28; plea 2026-10-12 notGuilty' },
      { kind: 'family', startedOn: '2026-10-08', milestones: '', outcome: 'concluded', endedOn: '2026-10-20' },
    ];
    const told = { outcomeOn: '2026-10-12', toldOn: '2026-10-13' };
    const hearings = [
      { at: '2026-10-12 10:00', outcome: 'adjourned', ...told },
      { at: '2026-10-20', outcome: 'orderMade', ...told },
      { at: '2027-01-11 10:00', outcome: '' },
      { at: '', outcome: '' },
    ];
    expect(outlook(heard, { proceedings, hearings }).slice(1, -1)).toEqual([
      'Criminal proceedings since Monday 28 September 2026, 2 milestones reached, which go on.',
      'Family proceedings since Thursday 8 October 2026, 0 milestones reached, concluded on Tuesday 20 October 2026.',
      'A hearing on Monday 12 October 2026, adjourned.',
      'A hearing on Tuesday 20 October 2026, over.',
      'A hearing on Monday 11 January 2027, kept in sight.',
      'A hearing without a date yet, kept in sight.',
    ]);
  });

  it('says what is owed about courts: what came of a hearing that is over, and telling the victim', () => {
    // Held on Wednesday the 25th: what came of it is due on Thursday, and Friday is the first day late.
    const over = outlook(heard, { hearings: [{ at: '2026-11-25 10:00', outcome: '' }] });
    expect(over[1]).toMatch(/^Owed: Outcome of the court hearing, due on Thursday 26 November 2026; overdue, /);
    const untold = outlook(heard, { hearings: [{ at: '2026-11-26', outcome: 'convicted', outcomeOn: '2026-11-27' }] });
    expect(untold[1]).toMatch(/^Owed: Tell the victim .*, due on Monday 30 November 2026\.$/);
    const bail = { kind: 'preChargeBail', at: '2027-01-27', knownOn: '2026-11-27' };
    expect(outlook(heard, { dates: [bail] })[1]).toMatch(
      /^Owed: Tell the victim .*, due on Monday 30 November 2026\.$/,
    );
    expect(outlook(heard, { dates: [{ ...bail, toldOn: '2026-11-27' }] }).join(' ')).not.toContain('Owed');
  });
});
