import { describe, expect, it } from 'vitest';
import { rowOnPage, rowsTyped } from './rows.ts';

describe('a list of rows in a form', () => {
  const fields = {
    other: 'x',
    'actions.10.agency': 'police',
    'actions.2.agency': 'housing',
    'actions.2.due': '',
    'actions.5.risk': 'x',
  };

  it('is read in the order of the page, each row with its parts', () => {
    expect(rowsTyped(fields, 'actions')).toEqual([
      [2, { agency: 'housing', due: '' }],
      [5, { risk: 'x' }],
      [10, { agency: 'police' }],
    ]);
  });

  it('has its faults said at the row in which they were typed', () => {
    expect(rowOnPage('actions.1.risk', 'actions', [2, 10], 'description')).toBe('actions.10.risk');
    expect(rowOnPage('actions.0', 'actions', [2, 10], 'description')).toBe('actions.2.description');
    expect(rowOnPage('actions', 'actions', [2, 10], 'description')).toBe('actions');
    expect(rowOnPage('decision', 'actions', [2, 10], 'description')).toBe('decision');
  });
});
