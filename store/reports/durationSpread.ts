import { durationRules, type CaseDuration } from '../../domain/durations/caseDuration.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { plannedAnew } from '../statementNames.ts';
import { columnOf, isReceived, type ReceivedCases } from './durations.ts';

/** How many cases a duration took up to so many days; beyond the last of them, null. */
export interface SpreadPart {
  readonly upToDays: number | null;
  readonly count: number;
}

/** How a duration is spread over spans of days, each up to one of these and more than the one before; every span stands there, empty ones too. */
export async function durationSpread(
  tx: Tx,
  received: ReceivedCases,
  duration: CaseDuration,
  spans: readonly number[],
): Promise<readonly SpreadPart[]> {
  const { from, to } = durationRules[duration];
  // Something noted only by its day may lie before its beginning: that took no time.
  const days = Prisma.sql`greatest(0, date_part('epoch', ${columnOf[to]} - ${columnOf[from]}) / 86400)`;
  const rows = await tx.$queryRaw<{ beyond: number; count: number }[]>`
    ${plannedAnew} SELECT (SELECT count(*)::int FROM unnest(${[...spans]}::float8[]) span WHERE ${days} > span) AS beyond,
      count(*)::int AS count
    FROM "case" c WHERE ${isReceived(received)} AND ${columnOf[to]} IS NOT NULL GROUP BY 1`;
  const counts = new Map(rows.map(({ beyond, count }) => [beyond, count]));
  return [...spans, null].map((upToDays, at) => ({ upToDays, count: counts.get(at) ?? 0 }));
}
