import { addDays } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { MeetingFactOf, MeetingSort } from '../../domain/meetings/meetingFact.ts';
import type { CalendarTaken, StandingMeeting } from '../../domain/meetings/planCalendar.ts';
import type { MeetingBeside } from '../../domain/meetings/standIns.ts';
import type { Tx } from '../prismaClient.ts';
import { fromIsoDate, toInstant, toIsoDate } from '../time.ts';

/** What stands in the calendar of an area from a day on. */
export interface CalendarOfArea {
  /** Meetings of the pattern that have not been held. */
  readonly standing: readonly StandingMeeting[];
  /** Meetings to come that are none of the pattern: extra and emergency meetings. */
  readonly besidePattern: readonly MeetingBeside[];
  readonly taken: CalendarTaken;
  /** Sittings whose meeting the calendar itself has cancelled, once for each time: a pattern may come back to them. */
  readonly givenUp: readonly { readonly slot: string; readonly startsAt: IsoInstant }[];
  /** Meetings to come, planned and not of the past when they were called, whose agencies have not been invited yet. */
  readonly uninvited: readonly { readonly meetingId: string; readonly on: IsoDate }[];
  /** Meetings without a record: they were put down before meetings had one. */
  readonly unrecorded: readonly {
    readonly meetingId: string;
    readonly kind: MeetingSort;
    readonly startsAt: IsoInstant;
  }[];
}

/** The sitting of this month may have been at its beginning. */
const lookBackDays = 31;

/** The calendar of an area from a London date on. */
export async function calendarOfArea(tx: Tx, areaId: string, from: IsoDate): Promise<CalendarOfArea> {
  const found = await tx.meeting.findMany({
    where: { areaId, onDate: { gte: fromIsoDate(addDays(from, -lookBackDays)) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  const story = await storyOf(
    tx,
    found.map(({ id }) => id),
  );
  const all = found.map(({ onDate, startsAt, ...row }) => ({
    ...row,
    meetingId: row.id,
    on: toIsoDate(onDate),
    startsAt: toInstant(startsAt),
    isGivenUp: row.status === 'cancelled' && !story.cancelledByHand.has(row.id),
  }));
  const standingOf = ({ id, on, startsAt, sequence, lockedAt }: (typeof all)[number]) => ({
    ...{ meetingId: id, on, startsAt, sequence },
    ...{ locked: lockedAt !== null, movedByHand: story.movedByHand.has(id) },
  });
  const ofPattern = all.flatMap((row) => (row.slot === null ? [] : [{ ...row, slot: row.slot }]));
  const planned = all.filter(({ status, on }) => status === 'planned' && on >= from);
  const settled = ofPattern.filter(({ status, isGivenUp }) => status !== 'planned' && !isGivenUp);
  return {
    standing: ofPattern
      .filter((row) => planned.some(({ id }) => id === row.id))
      .map((row) => ({ ...standingOf(row), slot: row.slot })),
    besidePattern: planned
      .filter(({ slot }) => slot === null)
      .map((row) => ({ ...standingOf(row), kind: row.kind as MeetingSort, recorded: row.seq > 0 })),
    taken: {
      moments: new Set(all.filter(({ isGivenUp }) => !isGivenUp).map(({ startsAt }) => startsAt)),
      settledSlots: new Set(settled.map(({ slot }) => slot)),
    },
    givenUp: ofPattern.filter(({ isGivenUp }) => isGivenUp).map(({ slot, startsAt }) => ({ slot, startsAt })),
    uninvited: planned
      .filter(({ id, silent }) => !silent && !story.invited.has(id))
      .map(({ meetingId, on }) => ({ meetingId, on })),
    unrecorded: planned
      .filter(({ seq }) => seq === 0)
      .map(({ meetingId, kind, startsAt }) => ({ meetingId, kind: kind as MeetingSort, startsAt })),
  };
}

/** Which of these meetings were invited to, and which somebody moved or cancelled: whoever does it says why, the calendar does not. */
async function storyOf(tx: Tx, meetingIds: readonly string[]) {
  const facts = await tx.auditEvent.findMany({
    where: { caseId: { in: [...meetingIds] }, type: { in: ['agenciesInvited', 'meetingMoved', 'meetingCancelled'] } },
    select: { caseId: true, type: true, data: true },
    orderBy: [{ caseId: 'asc' }, { seq: 'asc' }],
  });
  const invited = new Set<string>();
  const movedByHand = new Set<string>();
  const cancelledByHand = new Set<string>();
  for (const { caseId, type, data } of facts) {
    if (type === 'agenciesInvited') {
      invited.add(caseId);
      continue;
    }
    const { reasonId } = data as unknown as Pick<MeetingFactOf<'meetingMoved'>['data'], 'reasonId'>;
    const byHand = type === 'meetingMoved' ? movedByHand : cancelledByHand;
    // The last move counts.
    if (reasonId === null) byHand.delete(caseId);
    else byHand.add(caseId);
  }
  return { invited, movedByHand, cancelledByHand };
}
