/** By area and duration: count, median, 90th percentile, how many are open and for how long the oldest; in days. */
export type DurationFigures = ReadonlyMap<string, number>;

export interface RowByHand {
  readonly area: string;
  readonly [column: string]: unknown;
}

const beforeHearing = `c.stage IN ('received', 'returned', 'accepted', 'graded', 'listed')`;
const beforeClosing = `c.stage IN ('received', 'returned', 'accepted', 'graded', 'listed', 'heard')`;
const reachable = `NOT c.frozen AND c.support_ended_at IS NULL AND c.engagement NOT IN ('declined', 'disengaged', 'unableToContact')`;
const engaged = `NOT c.frozen AND c.engagement IN ('engaged', 'dormant')`;

/** Of each duration the columns it lies between, and when somebody still waits for its end. */
const durations = {
  screened: ['received_at', 'screened_at', beforeHearing],
  firstAttempt: ['received_at', 'first_attempt_at', `${beforeClosing} AND ${reachable}`],
  spoke: ['received_at', 'first_spoke_at', `${beforeClosing} AND ${reachable}`],
  listed: ['received_at', 'listed_at', beforeHearing],
  heard: ['received_at', 'heard_at', beforeHearing],
  actionsEnded: ['heard_at', 'actions_ended_at', `c.stage = 'heard'`],
  closed: ['received_at', 'closed_at', beforeClosing],
  supportEnded: ['received_at', 'support_ended_at', `(${beforeClosing} OR c.stage = 'closed') AND ${engaged}`],
} as const;

const columns = Object.entries(durations).map(
  ([name, [from, to, waits]]) => `
  count(c.${to})::int AS "${name} count",
  percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP
    (ORDER BY date_part('epoch', greatest(c.${to}, c.${from}) - c.${from}) + 0 * date_part('epoch', c.${to})) AS "${name} parts",
  count(*) FILTER (WHERE c.${to} IS NULL AND ${waits})::int AS "${name} open",
  date_part('epoch', now() - min(c.${from}) FILTER (WHERE c.${to} IS NULL AND ${waits})) AS "${name} oldest"`,
);

/** The numbers of the report as somebody would ask for them who has to do it once, pauses included. */
export const durationsByHand = `
  WITH paused AS (SELECT p.area_id, sum((e.data->>'pausedMs')::float8) / 1000 AS seconds
    FROM audit_event e JOIN "case" p ON p.id = e.case_id WHERE e.type = 'clockResumed' GROUP BY p.area_id)
  SELECT a.code AS area, ${columns.join(',')}, min(paused.seconds) AS paused
  FROM "case" c JOIN area a ON a.id = c.area_id LEFT JOIN paused ON paused.area_id = a.id GROUP BY a.code`;

/** The figures of the hand-written statement. */
export function figuresByHand(rows: readonly RowByHand[]): DurationFigures {
  return new Map(
    rows.flatMap((row) => [
      [`${row.area} paused`, inDays(row['paused'])] as const,
      ...Object.keys(durations).flatMap((name) => {
        const [median, ninetieth] = (row[`${name} parts`] ?? []) as number[];
        return [
          [`${row.area} ${name} count`, Number(row[`${name} count`])] as const,
          [`${row.area} ${name} median`, inDays(median)] as const,
          [`${row.area} ${name} ninetieth`, inDays(ninetieth)] as const,
          [`${row.area} ${name} open`, Number(row[`${name} open`])] as const,
          [`${row.area} ${name} oldest`, inDays(row[`${name} oldest`])] as const,
        ];
      }),
    ]),
  );
}

function inDays(seconds: unknown): number {
  return seconds === null || seconds === undefined ? 0 : Math.round(Number(seconds) / 8_640) / 10;
}
