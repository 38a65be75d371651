import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { DurationsQuery } from '../../contracts/report.ts';
import type { DurationsView } from '../../contracts/views/reportView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { addDays, addMonths } from '../../domain/calendar/london.ts';
import { describeDuration, inDays } from '../../domain/durations/caseDuration.ts';
import {
  durationsOfCases,
  pausesOfCases,
  type MeasuredDuration,
  type ReceivedCases,
} from '../../store/reports/durations.ts';
import type { Dependencies } from '../dependencies.ts';
import { reportAreas, type ReportAreas } from './reportAreas.ts';

/** How long the cases received in some London months took, with what is still waited for and what was paused. */
export async function durations(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { from, to, areas, groupBy }: DurationsQuery,
): Promise<{ readonly ok: true; readonly report: DurationsView } | RequestProblem> {
  const allowed = await reportAreas(deps, actor, route, areas);
  if (!allowed.ok) return allowed;
  const { prisma } = deps.store;
  const received = receivedIn({ from, to }, allowed);
  const grouping = groupBy ?? 'none';
  const [groups, pauses] = await Promise.all([
    durationsOfCases(prisma, received, grouping, deps.clock.now()),
    pausesOfCases(prisma, received, grouping),
  ]);
  const report: DurationsView = {
    from,
    to,
    groupBy: groupBy ?? null,
    groups: groups.map(({ key, cases, durations: measured }) => ({
      group: key,
      cases,
      durations: measured.map(present),
      paused: { pauses: pauses.get(key)?.pauses ?? 0, days: inDays(pauses.get(key)?.pausedMs ?? 0) },
    })),
  };
  return { ok: true, report };
}

function present({ duration, count, median, ninetieth, open, oldestOpen }: MeasuredDuration) {
  const days = (ms: number | null) => (ms === null ? null : inDays(ms));
  return {
    duration,
    what: describeDuration(duration),
    count,
    median: days(median),
    ninetiethPercentile: days(ninetieth),
    open,
    oldestOpen: days(oldestOpen),
  };
}

/** The cases of a report that were received in these London months, both included. */
export function receivedIn({ from, to }: Pick<DurationsQuery, 'from' | 'to'>, { ids }: ReportAreas): ReceivedCases {
  return { from: `${from}-01`, to: addDays(addMonths(`${to}-01`, 1), -1), areas: ids };
}
