import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant, toInstantOrNull, toIsoDate } from '../time.ts';

/** A meeting with how full its list is. */
export interface MeetingListed {
  readonly id: string;
  readonly areaId: string;
  readonly kind: string;
  readonly status: string;
  readonly on: IsoDate;
  readonly startsAt: IsoInstant;
  readonly cutOffOn: IsoDate;
  readonly capacity: number;
  readonly listed: number;
  readonly heard: number;
  readonly lockedAt: IsoInstant | null;
  readonly agendaSentAt: IsoInstant | null;
  readonly minutesSentAt: IsoInstant | null;
}

/** Where the page before ended: a meeting that begins then, with that id. */
export interface MeetingPosition {
  readonly at: IsoInstant;
  readonly id: string;
}

/** How a list of meetings is cut: after a position, and with the latest first where one looks back. */
export interface MeetingCut {
  readonly after: MeetingPosition | null;
  readonly latestFirst: boolean;
  readonly limit: number;
}

type Dates = 'on' | 'startsAt' | 'cutOffOn';
type DatesOrNull = 'lockedAt' | 'agendaSentAt' | 'minutesSentAt';
type MeetingListedRow = Omit<MeetingListed, Dates | DatesOrNull> &
  Record<Dates, Date> &
  Record<DatesOrNull, Date | null>;

/** Meetings from a date to another, both included, in the areas named (null: all), first to last unless the cut says otherwise. */
export async function listMeetings(
  tx: Tx,
  areaIds: readonly string[] | null,
  from: IsoDate,
  until: IsoDate,
  { after, latestFirst, limit }: MeetingCut,
): Promise<MeetingListed[]> {
  const direction = latestFirst ? Prisma.sql`desc` : Prisma.sql`asc`;
  const beyond = latestFirst ? Prisma.sql`<` : Prisma.sql`>`;
  const conditions = [
    Prisma.sql`m.on_date between ${from}::date and ${until}::date`,
    ...(areaIds === null ? [] : [Prisma.sql`m.area_id = any(${[...areaIds]}::uuid[])`]),
    ...(after ? [Prisma.sql`(m.starts_at, m.id) ${beyond} (${fromInstant(after.at)}, ${after.id}::uuid)`] : []),
  ];
  const rows = await tx.$queryRaw<MeetingListedRow[]>(
    Prisma.sql`
    select m.id, m.area_id as "areaId", m.kind, m.status, m.on_date as "on", m.starts_at as "startsAt",
      m.cut_off_on as "cutOffOn", m.capacity, m.locked_at as "lockedAt", m.agenda_sent_at as "agendaSentAt",
      m.minutes_sent_at as "minutesSentAt",
      (select count(*)::int from listing l where l.meeting_id = m.id and l.status = 'listed') as listed,
      (select count(*)::int from listing l where l.meeting_id = m.id and l.status = 'heard') as heard
    from meeting m where ${Prisma.join(conditions, ' and ')}
    order by m.starts_at ${direction}, m.id ${direction} limit ${limit}`,
  );
  return rows.map((row) => ({
    ...row,
    on: toIsoDate(row.on),
    startsAt: toInstant(row.startsAt),
    cutOffOn: toIsoDate(row.cutOffOn),
    lockedAt: toInstantOrNull(row.lockedAt),
    agendaSentAt: toInstantOrNull(row.agendaSentAt),
    minutesSentAt: toInstantOrNull(row.minutesSentAt),
  }));
}
