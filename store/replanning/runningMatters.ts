import type { SchoolYear } from '../../domain/calendar/schoolDays.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { MatterType } from '../../domain/matters/matter.ts';
import { type ClockRow } from '../decisions/openRows.ts';
import { schoolsOfCase } from '../decisions/schoolsOfCase.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';

/** A case or meeting with the clocks that run in it. */
export interface RunningMatter {
  readonly about: Exclude<MatterType, 'assessment'>;
  readonly id: string;
  readonly areaId: string;
  /** Null for a meeting. */
  readonly reference: string | null;
  /** The meeting a case is listed for; of a meeting its own day. */
  readonly meetingOn: IsoDate | null;
  /** The meeting a case is listed for; null for a meeting, and where there is none. */
  readonly meetingId: string | null;
  readonly clocks: readonly ClockRow[];
  /** Where a duty towards schools runs, the school years of each place where the children live. */
  readonly schools: readonly (readonly SchoolYear[])[] | null;
}

/** Every case and meeting in which a clock runs, of one area or of all (null). */
export async function runningMatters(tx: Tx, areaId: string | null): Promise<RunningMatter[]> {
  const here = areaId === null ? Prisma.sql`true` : Prisma.sql`clock.area_id = ${areaId}::uuid`;
  return tx.$queryRaw<RunningMatter[]>(Prisma.sql`
    select running.id, running.about, running.clocks, coalesce(c.area_id, m.area_id) as "areaId", c.reference,
      to_char(coalesce(c.meeting_on, m.on_date), 'YYYY-MM-DD') as "meetingOn", c.meeting_id as "meetingId",
      case when running.tells_schools then ${schoolsOfCase(Prisma.sql`c.id`, Prisma.sql`c.recorded_at`)} end as schools
    from (select case_id as id, coalesce(about, 'case') as about, bool_or(kind = 'schoolTold') as tells_schools,
        jsonb_agg(jsonb_build_object('clock', data, 'agencyId', agency_id, 'ownerId', owner_id) order by clock.id) as clocks
      from clock where status = 'running' and ${here} group by 1, 2) running
    left join "case" c on running.about = 'case' and c.id = running.id
    left join meeting m on running.about = 'meeting' and m.id = running.id
    where coalesce(c.id, m.id) is not null
    order by coalesce(c.received_at, m.starts_at), running.id`);
}
