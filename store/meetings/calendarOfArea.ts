import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { MeetingSort } from '../../domain/meetings/meetingFact.ts';
import type { StandingMeeting } from '../../domain/meetings/planCalendar.ts';
import type { Tx } from '../prismaClient.ts';
import { fromIsoDate, toInstant, toIsoDate } from '../time.ts';

/** What stands in the calendar of an area from a day on. */
export interface CalendarOfArea {
  /** Meetings of the pattern that have not been held. */
  readonly standing: readonly StandingMeeting[];
  /** Moments at which the area meets, or was to meet. */
  readonly taken: ReadonlySet<IsoInstant>;
  readonly cancelledSlots: ReadonlySet<string>;
  /** Meetings to come, planned and not of the past when they were called, whose agencies have not been invited yet. */
  readonly uninvited: readonly { readonly meetingId: string; readonly on: IsoDate }[];
  /** Meetings without a record: they were put down before meetings had one. */
  readonly unrecorded: readonly {
    readonly meetingId: string;
    readonly kind: MeetingSort;
    readonly startsAt: IsoInstant;
  }[];
}

/** The calendar of an area from a London date on. */
export async function calendarOfArea(tx: Tx, areaId: string, from: IsoDate): Promise<CalendarOfArea> {
  const rows = await tx.meeting.findMany({
    where: { areaId, onDate: { gte: fromIsoDate(from) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const planned = rows.filter(({ status }) => status === 'planned');
  const invited = await tx.auditEvent.findMany({
    where: { caseId: { in: planned.map(({ id }) => id) }, type: 'agenciesInvited' },
    select: { caseId: true },
  });
  const told = new Set(invited.map(({ caseId }) => caseId));
  return {
    uninvited: planned
      .filter(({ id, silent }) => !silent && !told.has(id))
      .map(({ id, onDate }) => ({ meetingId: id, on: toIsoDate(onDate) })),
    standing: planned.flatMap(({ id, slot, onDate, startsAt, lockedAt }) => {
      const when = { on: toIsoDate(onDate), startsAt: toInstant(startsAt) };
      return slot === null ? [] : [{ meetingId: id, slot, ...when, locked: lockedAt !== null }];
    }),
    taken: new Set(rows.map(({ startsAt }) => toInstant(startsAt))),
    cancelledSlots: new Set(
      rows.flatMap(({ status, slot }) => (status === 'cancelled' && slot !== null ? [slot] : [])),
    ),
    unrecorded: planned
      .filter(({ seq }) => seq === 0)
      .map(({ id, kind, startsAt }) => ({
        meetingId: id,
        kind: kind as MeetingSort,
        startsAt: toInstant(startsAt),
      })),
  };
}
