import { describe, expect, it } from 'vitest';
import { calendar, monthlyArea } from '../clocks/aClock.ts';
import { whyCutOff } from './whyCutOff.ts';

describe('why the list of a meeting closes when it does', () => {
  it('names the figure, its source, the policy and the days stepped over', () => {
    expect(whyCutOff('2026-04-14', '2026-03-31', monthlyArea, calendar)).toBe(
      `8 working days before the meeting. Source: ${monthlyArea.meeting.cutOffWorkingDays.source}. ` +
        `Policy ${monthlyArea.version}, calendar ${calendar.version}. ` +
        'Not counted: Easter Monday (Monday 6 April 2026), Good Friday (Friday 3 April 2026).',
    );
  });

  it('claims no figure that does not give that day', () => {
    expect(whyCutOff('2026-04-14', '2026-04-09', monthlyArea, calendar)).toContain('in force then');
  });
});
