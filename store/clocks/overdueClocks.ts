import type { Actor } from '../../domain/access/actor.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import { plannedOnce } from '../statementNames.ts';
import { fromInstant } from '../time.ts';
import { assessmentColumns, fromAssessmentClocks, visibleAssessmentClocks } from './assessmentClocks.ts';
import { caseColumns, fromMeetingClocks, meetingColumns, visibleMeetingClocks } from './meetingClocks.ts';

export interface ClockFilter {
  /** These clocks alone. */
  readonly ids?: readonly string[] | undefined;
  readonly areaId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly kind?: string | undefined;
  /** Overdue at this moment; or, where `dueFrom` is given, from then on. */
  readonly overdueBefore?: IsoInstant | undefined;
  readonly dueFrom?: IsoInstant | undefined;
}

/** In which order clocks are read: by when they are overdue, the soonest first; or the other way round. */
export type ClockOrder = 'soonest' | 'latest';

/** Where the page before ended: overdue then, with that id. */
export interface ClockPosition {
  readonly at: IsoInstant;
  readonly id: string;
}

/** What a clock is of: a case by its reference, a meeting by its id and London day, or an assessment that stands alone by its id and the London day it was taken. */
export interface ClockMatter {
  readonly reference: string | null;
  readonly meetingId: string | null;
  readonly meetingOn: IsoDate | null;
  readonly assessmentId: string | null;
  readonly assessmentOn: IsoDate | null;
}

/** A running clock as a board shows it. */
export interface ClockListed extends ClockMatter {
  readonly id: string;
  readonly areaId: string;
  readonly agencyId: string | null;
  readonly ownerId: string | null;
  readonly rungsFired: number;
  readonly silent: boolean;
  readonly clock: Clock;
}

/** The columns of a clock as a board shows it, of a clock with those of what it is of. */
export const listedColumns = Prisma.sql`id, reference, "meetingId", "meetingOn", "assessmentId", "assessmentOn", area_id as "areaId", agency_id as "agencyId", owner_id as "ownerId",
      rungs_fired as "rungsFired", silent, data as clock`;

/** Running clocks of all that an actor may see, by when they are overdue: the soonest, which is the oldest, first, if not asked otherwise. */
export async function runningClocks(
  tx: Reads,
  actor: Actor,
  filter: ClockFilter,
  after: ClockPosition | null,
  limit: number,
  order: ClockOrder = 'soonest',
): Promise<ClockListed[]> {
  const [beyond, way] = order === 'soonest' ? [Prisma.sql`>`, Prisma.empty] : [Prisma.sql`<`, Prisma.sql`desc`];
  const conditions = Prisma.join(
    [
      ...conditionsOf(filter),
      ...(after ? [Prisma.sql`(k.overdue_at, k.id) ${beyond} (${fromInstant(after.at)}, ${after.id}::uuid)`] : []),
    ],
    ' and ',
  );
  return tx.$queryRaw<ClockListed[]>(Prisma.sql`
    select ${listedColumns}
    from (
      (select k.*, ${caseColumns} from clock k join "case" c on c.id = k.case_id
        where ${conditions} and (${visibleCases(actor)}) order by k.overdue_at ${way}, k.id ${way} limit ${limit})
      union all
      (select k.*, ${meetingColumns} from ${fromMeetingClocks}
        where ${conditions} and ${visibleMeetingClocks(actor)} order by k.overdue_at ${way}, k.id ${way} limit ${limit})
      union all
      (select k.*, ${assessmentColumns} from ${fromAssessmentClocks}
        where ${conditions} and ${visibleAssessmentClocks(actor)} order by k.overdue_at ${way}, k.id ${way} limit ${limit})
    ) found order by overdue_at ${way}, id ${way} limit ${limit}`);
}

/**
 * How many running clocks of all that an actor may see are overdue at a moment, and how many more by
 * another, each counted up to a number: among many thousands, counting to the end takes longer than anything else.
 */
export async function countClocks(
  tx: Reads,
  actor: Actor,
  filter: ClockFilter,
  { now, soon, upTo }: { readonly now: IsoInstant; readonly soon: IsoInstant; readonly upTo: number },
): Promise<{ readonly overdue: number; readonly soon: number }> {
  // Part of the statement, as the order is: so it reads the soonest of each part by their index, as far as it counts, and stops.
  const most = Prisma.raw(String(upTo));
  const counted = (span: ClockFilter) => {
    const conditions = Prisma.join(conditionsOf({ ...filter, ...span }), ' and ');
    return Prisma.sql`(select count(*)::int from (
      (select 1 from clock k join "case" c on c.id = k.case_id where ${conditions} and (${visibleCases(actor)})
        order by k.overdue_at limit ${most})
      union all
      (select 1 from ${fromMeetingClocks} where ${conditions} and ${visibleMeetingClocks(actor)} limit ${most})
      union all
      (select 1 from ${fromAssessmentClocks} where ${conditions} and ${visibleAssessmentClocks(actor)} limit ${most})
      limit ${most}) found)`;
  };
  const [counts] = await tx.$queryRaw<{ overdue: number; soon: number }[]>(Prisma.sql`
    select ${plannedOnce} ${counted({ overdueBefore: now })} as overdue, ${counted({ dueFrom: now, overdueBefore: soon })} as soon`);
  return counts ?? { overdue: 0, soon: 0 };
}

/** The conditions of a filter on running clocks `k`. */
export function conditionsOf(filter: ClockFilter): Prisma.Sql[] {
  return [
    Prisma.sql`k.status = 'running'`,
    ...(filter.ids ? [Prisma.sql`k.id = any(${[...filter.ids]}::uuid[])`] : []),
    ...(filter.areaId ? [Prisma.sql`k.area_id = ${filter.areaId}::uuid`] : []),
    ...(filter.agencyId ? [Prisma.sql`k.agency_id = ${filter.agencyId}::uuid`] : []),
    ...(filter.ownerId ? [Prisma.sql`k.owner_id = ${filter.ownerId}::uuid`] : []),
    ...(filter.kind ? [Prisma.sql`k.kind = ${filter.kind}`] : []),
    ...(filter.overdueBefore ? [Prisma.sql`k.overdue_at <= ${fromInstant(filter.overdueBefore)}`] : []),
    ...(filter.dueFrom ? [Prisma.sql`k.overdue_at > ${fromInstant(filter.dueFrom)}`] : []),
  ];
}
