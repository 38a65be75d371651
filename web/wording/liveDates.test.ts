import { describe, expect, it } from 'vitest';
import { liveDateWhen, timeOfLiveDate } from './liveDates.ts';

// Friday 27 February 2026, before midday.
const now = '2026-02-27T09:00:00.000Z';
const noon = '2026-03-03T12:00:00.000Z';

describe('a date that somebody outside has set', () => {
  it.each([
    ['hearing', '2026-03-03T10:00:00.000Z', 'Tuesday 3 March, in 2 working days, at 10am', '10am'],
    ['nonMolestation', '2026-03-03T16:30:00.000Z', 'Tuesday 3 March, in 2 working days, at 4:30pm', '4:30pm'],
    // In summer noon is an hour earlier than it looks.
    ['hearing', '2026-06-02T12:00:00.000Z', 'Tuesday 2 June, in 3 months, at 1pm', '1pm'],
    ['nonMolestation', '2026-06-02T11:00:00.000Z', 'Tuesday 2 June, in 3 months', 'On that day'],
    ['custodyRelease', noon, 'Tuesday 3 March, in 2 working days', 'On that day'],
  ])('%s at %s is "%s"', (kind, at, when, time) => {
    expect([liveDateWhen({ kind, at }, now), timeOfLiveDate({ kind, at })]).toEqual([when, time]);
  });

  it('that is a hearing at noon is never taken for one that is known to be at midday', () => {
    const hearing = { kind: 'hearing', at: noon };
    expect(liveDateWhen(hearing, now)).toBe(
      'Tuesday 3 March, in 2 working days, at midday, or at a time not known yet',
    );
    expect(timeOfLiveDate(hearing)).toBe('Midday, or at a time not known yet');
  });

  it('that is a notice ends by the hour', () => {
    expect(timeOfLiveDate({ kind: 'dvpn', at: noon })).toBe('Midday');
  });
});
