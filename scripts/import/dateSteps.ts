import { courtHearingSchema } from '../../contracts/court.ts';
import { liveDateSchema } from '../../contracts/liveDate.ts';
import { dateSchema } from '../../contracts/moment.ts';
import { londonMoment } from '../../domain/calendar/london.ts';
import { checkBody, checkDay, defined, given, type Looked, several } from './checkCells.ts';
import type { Step } from './step.ts';

/** A hearing, an order, bail or another date outside that still stands. */
export function dateSteps(looked: Looked): readonly Step[] {
  const { cells } = looked;
  checkDay(looked, 'knownOn');
  const name = `date/${cells['dateKey'] ?? ''}`;
  const common = { occurredAt: given(cells, 'knownOn'), at: momentIn(looked, 'at'), where: given(cells, 'where') };
  const columnAt = { occurredAt: 'knownOn', at: 'at', where: 'where' };
  if (cells['kind'] === 'hearing') {
    for (const other of ['from', 'conditions', 'agency', 'authorisedBy'])
      if (cells[other]) looked.fault(other, 'A hearing has none of this.');
    const body = defined(common);
    checkBody(looked, courtHearingSchema, body, columnAt);
    return [{ name, by: 'marac', path: '/hearings', body }];
  }
  const body = defined({
    ...common,
    kind: given(cells, 'kind'),
    from: momentIn(looked, 'from'),
    conditions: several(cells, 'conditions'),
    agency: given(cells, 'agency'),
    authorisedBy: given(cells, 'authorisedBy'),
  });
  const itself = {
    kind: 'kind',
    from: 'from',
    conditions: 'conditions',
    agency: 'agency',
    authorisedBy: 'authorisedBy',
  };
  checkBody(looked, liveDateSchema, body, { ...columnAt, ...itself });
  return [{ name, by: 'marac', path: '/live-dates', body }];
}

/** A day as it is written, or the London time of a day as a moment. */
function momentIn({ cells, fault }: Looked, name: string): string | undefined {
  const text = given(cells, name);
  if (text === undefined) return undefined;
  const [, day = '', time] = /^(\S+)(?: ((?:[01]\d|2[0-3]):[0-5]\d))?$/.exec(text) ?? [];
  if (dateSchema.safeParse(day).success) return time === undefined ? day : londonMoment(day, time);
  fault(name, 'Write a day that exists, like 2026-12-14, or with its time in London, like 2026-12-14 10:00.');
  return undefined;
}
