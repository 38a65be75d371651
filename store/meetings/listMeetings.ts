import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant, toIsoDate } from '../time.ts';

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
}

/** Meetings from a date to another, both included, in the areas named (null: all), first to last. */
export async function listMeetings(
  tx: Tx,
  areaIds: readonly string[] | null,
  from: IsoDate,
  until: IsoDate,
  limit: number,
): Promise<MeetingListed[]> {
  const inAreas = areaIds === null ? Prisma.sql`true` : Prisma.sql`m.area_id = any(${[...areaIds]}::uuid[])`;
  const rows = await tx.$queryRaw<
    (Omit<MeetingListed, 'on' | 'startsAt' | 'cutOffOn'> & Record<'on' | 'startsAt' | 'cutOffOn', Date>)[]
  >(
    Prisma.sql`
    select m.id, m.area_id as "areaId", m.kind, m.status, m.on_date as "on", m.starts_at as "startsAt",
      m.cut_off_on as "cutOffOn", m.capacity,
      (select count(*)::int from listing l where l.meeting_id = m.id and l.status = 'listed') as listed,
      (select count(*)::int from listing l where l.meeting_id = m.id and l.status = 'heard') as heard
    from meeting m where ${inAreas} and m.on_date between ${from}::date and ${until}::date
    order by m.starts_at, m.id limit ${limit}`,
  );
  return rows.map((row) => ({
    ...row,
    on: toIsoDate(row.on),
    startsAt: toInstant(row.startsAt),
    cutOffOn: toIsoDate(row.cutOffOn),
  }));
}
