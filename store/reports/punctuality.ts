import { endOfLondonDay, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { plannedAnew } from '../statementNames.ts';

/** Which clocks are looked at: those whose last day or moment lies within these London days, in these areas. */
export interface DueClocks {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly areas: 'all' | readonly string[];
}

/** What became of duties of one kind that one agency had; no agency where the duty is the MARAC's own. */
export interface Punctuality {
  readonly kind: ClockKind;
  readonly agencyCode: string | null;
  readonly met: number;
  readonly metLate: number;
  readonly cancelled: number;
  /** Still running and not yet due, paused ones among them. */
  readonly open: number;
  readonly overdue: number;
}

/**
 * Punctuality by kind of clock and agency. Duties of cases that were sent in as history count as open or overdue only
 * once the case is declared caught up.
 */
export async function punctualityOfClocks(tx: Tx, due: DueClocks, now: IsoInstant): Promise<Punctuality[]> {
  return tx.$queryRaw<Punctuality[]>`
    ${plannedAnew} SELECT clock.kind, agency.code AS "agencyCode",
      count(*) FILTER (WHERE outcome = 'met')::int AS met,
      count(*) FILTER (WHERE outcome = 'metLate')::int AS "metLate",
      count(*) FILTER (WHERE outcome = 'cancelled')::int AS cancelled,
      count(*) FILTER (WHERE NOT silent AND (status = 'paused' OR status = 'running' AND overdue_at > ${now}::timestamptz))::int AS open,
      count(*) FILTER (WHERE NOT silent AND status = 'running' AND overdue_at <= ${now}::timestamptz)::int AS overdue
    FROM clock LEFT JOIN agency ON agency.id = clock.agency_id
    WHERE ${isDue(due)}
    GROUP BY clock.kind, agency.code ORDER BY clock.kind, agency.code NULLS FIRST`;
}

export interface Escalation {
  readonly kind: ClockKind;
  readonly label: string;
  /** How often this rung was reached and somebody was told; rungs only noted because a higher one fired are not. */
  readonly fired: number;
}

/** Rungs fired on these London days, by kind of clock and rung. */
export async function escalationsFired(tx: Tx, { from, to, areas }: DueClocks): Promise<Escalation[]> {
  return tx.$queryRaw<Escalation[]>`
    ${plannedAnew} SELECT clock.kind, rung.label, count(*)::int AS fired
    FROM rung JOIN clock ON clock.id = rung.clock_id
    WHERE rung.fired_at >= ${startOfLondonDay(from)}::timestamptz AND rung.fired_at < ${endOfLondonDay(to)}::timestamptz
      ${inAreas(areas)}
    GROUP BY clock.kind, rung.label ORDER BY clock.kind, min(rung.rung), rung.label`;
}

/** A clock's due day ends where it becomes overdue: the last moment of the range still belongs to it. */
function isDue({ from, to, areas }: DueClocks): Prisma.Sql {
  return Prisma.sql`clock.overdue_at > ${startOfLondonDay(from)}::timestamptz
    AND clock.overdue_at <= ${endOfLondonDay(to)}::timestamptz ${inAreas(areas)}`;
}

function inAreas(areas: DueClocks['areas']): Prisma.Sql {
  return areas === 'all' ? Prisma.empty : Prisma.sql`AND clock.area_id = ANY(${[...areas]}::uuid[])`;
}
