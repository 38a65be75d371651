import { describe, expect, it } from 'vitest';
import { badCells as badIn, caseloadExamples as examples } from '../../tests/builders/aCaseload.ts';

const [action = {}] = examples.actions;

describe('an action', () => {
  it.each([
    ['caseKey', 'old-0009'],
    ['actionKey', ''],
    ['agency', 'No Such Code'],
    ['risk', 'weather'],
    ['description', ''],
    ['urgent', 'very'],
    ['setOn', '2026-10-04'],
    ['setOn', '2026-12-01'],
    ['dueOn', '2026-11-04'],
    ['dueOn', 'soon'],
    ['outcome', 'done'],
    ['note', 'What came of it.'],
  ])('with %s holding "%s" names that cell', (column, cell) => {
    expect(badIn({}, { actions: [{ ...action, [column]: cell }] })).toContain(`actions 2 ${column}`);
  });

  it('that is over says when, and why where it was not done', () => {
    expect(badIn({}, { actions: [{ ...action, outcome: 'completed' }] })).toEqual(['actions 2 endedOn']);
    const early = { ...action, outcome: 'completed', endedOn: '2026-11-04' };
    expect(badIn({}, { actions: [early] })).toEqual(['actions 2 endedOn']);
    const notDone = { ...action, outcome: 'notDone', endedOn: '2026-11-20' };
    expect(badIn({}, { actions: [notDone] })).toEqual(['actions 2 note']);
  });

  it('that is urgent has its hour and no day', () => {
    expect(badIn({}, { actions: [{ ...action, urgent: 'yes' }] })).toEqual(['actions 2 dueOn']);
    expect(badIn({}, { actions: [{ ...action, urgent: 'yes', dueOn: '' }] })).toEqual([]);
  });

  it('stands once in its case', () => {
    expect(badIn({}, { actions: [action, action] })).toEqual(['actions 3 actionKey']);
    expect(badIn({}, { actions: [action, { ...action, actionKey: '2' }] })).toEqual([]);
  });
});
