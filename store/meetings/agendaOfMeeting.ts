import type { Actor } from '../../domain/access/actor.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { toIsoDate } from '../time.ts';

/** An action of an earlier meeting that has not ended. */
export interface UnfinishedAction {
  readonly reference: string;
  readonly agencyId: string;
  readonly riskCode: string;
  readonly contentId: string;
  readonly clock: Clock;
}

/** More than any area has; the rest is counted on the board of what is overdue. */
const most = 500;

/** The actions of an area's earlier meetings that have not ended, in the cases an actor may see, the soonest due first. */
export async function unfinishedActions(tx: Tx, actor: Actor, areaId: string): Promise<readonly UnfinishedAction[]> {
  return tx.$queryRaw<UnfinishedAction[]>(Prisma.sql`
    select c.reference, a.agency_id as "agencyId", a.risk_code as "riskCode", a.content_id as "contentId", k.data as clock
    from action a join "case" c on c.id = a.case_id join clock k on k.subject_id = a.id and k.status <> 'ended'
    where a.status = 'open' and c.area_id = ${areaId}::uuid and c.heard_at is not null and ${visibleCases(actor)}
    order by k.overdue_at, k.id limit ${most}`);
}

/** A case whose flag ends. */
export interface EndingFlag {
  readonly reference: string;
  readonly endsOn: IsoDate;
}

/** The flags of an area that end from one day on and before another, in the cases an actor may see, the soonest first. */
export async function endingFlags(
  tx: Tx,
  actor: Actor,
  areaId: string,
  { from, before }: { readonly from: IsoDate; readonly before: IsoDate },
): Promise<readonly EndingFlag[]> {
  const rows = await tx.$queryRaw<{ reference: string; endsOn: Date }[]>(Prisma.sql`
    select c.reference, f.ends_on as "endsOn" from flag f join "case" c on c.id = f.case_id
    where f.ended_at is null and c.area_id = ${areaId}::uuid and f.ends_on >= ${from}::date
      and f.ends_on < ${before}::date and ${visibleCases(actor)}
    order by f.ends_on, c.id limit ${most}`);
  return rows.map(({ reference, endsOn }) => ({ reference, endsOn: toIsoDate(endsOn) }));
}

/** The day of an area's next meeting after a day; null where none is in the calendar. */
export async function nextMeetingOn(tx: Tx, areaId: string, after: IsoDate): Promise<IsoDate | null> {
  const [row] = await tx.$queryRaw<{ on: Date }[]>(Prisma.sql`
    select on_date as "on" from meeting
    where area_id = ${areaId}::uuid and status <> 'cancelled' and on_date > ${after}::date order by on_date limit 1`);
  return row ? toIsoDate(row.on) : null;
}
