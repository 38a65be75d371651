import { endOfLondonDay, epochMs, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import {
  caseDurations,
  durationRules,
  type CaseDuration,
  type CaseMoment,
  type DurationRule,
} from '../../domain/durations/caseDuration.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { plannedAnew } from '../statementNames.ts';

/** Which cases are looked at: those received on these London days, both included, in these areas. */
export interface ReceivedCases {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Area ids, or all of them. */
  readonly areas: 'all' | readonly string[];
}

export type DurationGrouping = 'none' | 'area' | 'month' | 'quarter' | 'route' | 'agency';

/** How long something took in a group of cases, in milliseconds; nulls where no case has it. */
export interface MeasuredDuration {
  readonly duration: CaseDuration;
  readonly count: number;
  readonly median: number | null;
  readonly ninetieth: number | null;
  /** Cases in which it has not happened and somebody waits for it, and how long the oldest has been waiting. */
  readonly open: number;
  readonly oldestOpen: number | null;
}

export interface DurationsOfGroup {
  /** The code of an area, route or agency, a London month `2026-03` or a quarter `2026-Q1`; `all` without groups. */
  readonly key: string;
  readonly cases: number;
  readonly durations: readonly MeasuredDuration[];
}

/**
 * Counts, medians and 90th percentiles of every duration by group, in one statement. A case referred by several
 * agencies, or by those of referrals merged into it, counts in the group of each. Something noted only by its day may lie before its beginning: that is none.
 */
export async function durationsOfCases(
  tx: Tx,
  received: ReceivedCases,
  grouping: DurationGrouping,
  now: IsoInstant,
): Promise<DurationsOfGroup[]> {
  const figures = caseDurations.map(figuresOf);
  const { key, join } = groupings[grouping];
  const rows = await tx.$queryRaw<Record<string, unknown>[]>`
    ${plannedAnew} SELECT ${key} AS key, count(*)::int AS cases, ${Prisma.join(figures)}
    FROM "case" c ${join}
    WHERE ${isReceived(received)}
    GROUP BY 1 ORDER BY 1`;
  return rows.map((row) => ({
    key: String(row['key']),
    cases: Number(row['cases']),
    durations: caseDurations.map((duration) => measured(row, duration, now)),
  }));
}

/** The time for which clocks were paused, by the same groups: apart from the durations, and only pauses that ended. */
export async function pausesOfCases(
  tx: Tx,
  received: ReceivedCases,
  grouping: DurationGrouping,
): Promise<ReadonlyMap<string, { readonly pauses: number; readonly pausedMs: number }>> {
  const { key, join } = groupings[grouping];
  const rows = await tx.$queryRaw<{ key: string; pauses: number; paused_ms: number }[]>`
    ${plannedAnew} SELECT ${key} AS key, count(*)::int AS pauses, sum((e.data->>'pausedMs')::float8) AS paused_ms
    FROM audit_event e JOIN "case" c ON c.id = e.case_id ${join}
    WHERE e.type = 'clockResumed' AND ${isReceived(received)}
    GROUP BY 1`;
  return new Map(rows.map((row) => [row.key, { pauses: row.pauses, pausedMs: row.paused_ms }]));
}

export const columnOf: Readonly<Record<CaseMoment, Prisma.Sql>> = {
  receivedAt: Prisma.sql`c.received_at`,
  screenedAt: Prisma.sql`c.screened_at`,
  firstAttemptAt: Prisma.sql`c.first_attempt_at`,
  firstSpokeAt: Prisma.sql`c.first_spoke_at`,
  listedAt: Prisma.sql`c.listed_at`,
  heardAt: Prisma.sql`c.heard_at`,
  actionsEndedAt: Prisma.sql`c.actions_ended_at`,
  closedAt: Prisma.sql`c.closed_at`,
  supportEndedAt: Prisma.sql`c.support_ended_at`,
};

export const groupings: Readonly<Record<DurationGrouping, { readonly key: Prisma.Sql; readonly join: Prisma.Sql }>> = {
  none: { key: Prisma.sql`'all'`, join: Prisma.empty },
  area: { key: Prisma.sql`area.code`, join: Prisma.sql`JOIN area ON area.id = c.area_id` },
  month: { key: londonText('YYYY-MM'), join: Prisma.empty },
  quarter: { key: londonText('YYYY-"Q"Q'), join: Prisma.empty },
  route: { key: Prisma.sql`c.route`, join: Prisma.empty },
  agency: {
    key: Prisma.sql`agency.code`,
    join: Prisma.sql`JOIN (
        SELECT own.case_id, own.agency_id FROM case_agency own WHERE own.part = 'referring'
        UNION ALL SELECT DISTINCT m.merged_into_id, came.agency_id FROM "case" m
          JOIN case_agency came ON came.case_id = m.id AND came.part = 'referring'
          WHERE m.merged_into_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM case_agency own
            WHERE own.case_id = m.merged_into_id AND own.agency_id = came.agency_id AND own.part = 'referring')) part
        ON part.case_id = c.id
      JOIN agency ON agency.id = part.agency_id`,
  },
};

function londonText(format: string): Prisma.Sql {
  return Prisma.sql`to_char(c.received_at AT TIME ZONE 'Europe/London', ${format})`;
}

/** The condition that a case was received on these days in these areas. A referral that was merged is measured with the case in which it goes on. */
export function isReceived({ from, to, areas }: ReceivedCases): Prisma.Sql {
  const days = Prisma.sql`c.received_at >= ${startOfLondonDay(from)}::timestamptz
    AND c.received_at < ${endOfLondonDay(to)}::timestamptz AND c.merged_into_id IS NULL`;
  return areas === 'all' ? days : Prisma.sql`${days} AND c.area_id = ANY(${[...areas]}::uuid[])`;
}

/** Ordered once for both percentiles, in seconds; what has not happened is null, and not counted by any of them. */
function figuresOf(duration: CaseDuration): Prisma.Sql {
  const rule = durationRules[duration];
  const [from, to] = [columnOf[rule.from], columnOf[rule.to]];
  const took = Prisma.sql`CASE WHEN ${to} < ${from} THEN 0 ELSE date_part('epoch', ${to} - ${from}) END`;
  const isWaited = Prisma.sql`${to} IS NULL AND ${isOpen(rule)}`;
  return Prisma.sql`count(${to})::int AS ${named(duration, 'count')},
    percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY ${took}) AS ${named(duration, 'percentiles')},
    count(*) FILTER (WHERE ${isWaited})::int AS ${named(duration, 'open')},
    min(${from}) FILTER (WHERE ${isWaited}) AS ${named(duration, 'oldest')}`;
}

/** The condition under which somebody still waits for a duration to end. */
export function isOpen({ openAt, openWhile }: DurationRule): Prisma.Sql {
  const stage = Prisma.sql`c.stage = ANY(${[...openAt]}::text[])`;
  switch (openWhile) {
    case 'always':
      return stage;
    case 'reachable':
      return Prisma.sql`${stage} AND NOT c.frozen AND c.support_ended_at IS NULL
        AND c.engagement NOT IN ('declined', 'disengaged', 'unableToContact')`;
    case 'engaged':
      return Prisma.sql`${stage} AND NOT c.frozen AND c.engagement IN ('engaged', 'dormant')`;
  }
}

function measured(row: Readonly<Record<string, unknown>>, duration: CaseDuration, now: IsoInstant): MeasuredDuration {
  const figure = (name: string) => row[`${duration}_${name}`];
  const [median = null, ninetieth = null] = (figure('percentiles') ?? []) as (number | null)[];
  const oldest = figure('oldest') as Date | null;
  return {
    duration,
    count: Number(figure('count')),
    median: inMs(median),
    ninetieth: inMs(ninetieth),
    open: Number(figure('open')),
    // What is noted only by its day stands at noon, which may not have come yet.
    oldestOpen: oldest === null ? null : Math.max(0, epochMs(now) - oldest.getTime()),
  };
}

function inMs(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000;
}

/** Names come from our own lists of words, never from a request. */
function named(duration: CaseDuration, figure: string): Prisma.Sql {
  return Prisma.raw(`"${duration}_${figure}"`);
}
