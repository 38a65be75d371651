import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../../../contracts/views/caseView.ts';
import { stageLine } from './stageLine.ts';

const now = '2026-03-20T10:00:00.000Z';
const day = (date: string) => `2026-03-${date}T10:00:00.000Z`;
const none = {
  received: day('02'),
  accepted: null,
  graded: null,
  listed: null,
  heard: null,
  closed: null,
  ended: null,
};

/** The line of a case as `Accepted (3 March): done`. */
function lineOf(stage: string, dates: Partial<CaseView['dates']>, transfers: object[] = []) {
  const view = { stage, dates: { ...none, ...dates }, transfers } as unknown as CaseView;
  return stageLine(view, now).map(({ text, note, state }) => `${text}${note ? ` (${note})` : ''}: ${state}`);
}

const graded = { accepted: day('03'), graded: day('04'), listed: day('05') };

describe('the stage line', () => {
  it('has the date of everything that is behind a case, its grading too', () => {
    expect(lineOf('listed', graded)).toEqual([
      'Received (Monday 2 March): done',
      'Accepted (Tuesday 3 March): done',
      'Graded (Wednesday 4 March): done',
      'Listed (Thursday 5 March): now',
      'Heard: todo',
      'Closed at MARAC: todo',
      'Ended: todo',
    ]);
  });

  it('says of a case that is to be heard again when it was heard', () => {
    expect(lineOf('listed', { ...graded, heard: day('10') })[4]).toBe('Heard (before, Tuesday 10 March): todo');
  });

  it('shows what a case had reached before a MARAC outside took it over', () => {
    const transfers = [
      { status: 'withdrawn', to: null, answeredAt: day('06') },
      { status: 'accepted', to: null, answeredAt: day('10') },
    ];
    const reached = [
      'Received (Monday 2 March): done',
      'Accepted (Tuesday 3 March): done',
      'Graded (Wednesday 4 March): done',
      'Listed (Thursday 5 March): done',
    ];
    const gone = 'Taken over by a MARAC outside (Tuesday 10 March)';
    expect(lineOf('transferred', graded, transfers)).toEqual([...reached, `${gone}: now`]);
    expect(lineOf('ended', { ...graded, ended: day('19') }, transfers)).toEqual([
      ...reached,
      `${gone}: done`,
      'Ended (yesterday): now',
    ]);
  });

  it('does not say of a case that was declined and ended that it was ever heard', () => {
    expect(lineOf('declined', {})).toEqual(['Received (Monday 2 March): done', 'Declined: now']);
    expect(lineOf('ended', { ended: day('19') })).toEqual([
      'Received (Monday 2 March): done',
      'Ended (yesterday): now',
    ]);
  });
});
