import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { PunctualityQuery } from '../../contracts/report.ts';
import type { PunctualityView } from '../../contracts/views/reportView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { describeClockKind } from '../../domain/clocks/clockKind.ts';
import { escalationsFired, punctualityOfClocks } from '../../store/reports/punctuality.ts';
import type { Dependencies } from '../dependencies.ts';
import { reportAreas } from './reportAreas.ts';

/** What became of the duties due on some London days, by kind and agency, and which rungs were fired on them. */
export async function punctuality(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { from, to, areas }: PunctualityQuery,
): Promise<{ readonly ok: true; readonly report: PunctualityView } | RequestProblem> {
  const allowed = await reportAreas(deps, actor, route, areas);
  if (!allowed.ok) return allowed;
  const { prisma } = deps.store;
  const due = { from, to, areas: allowed.ids };
  const [duties, escalations] = await Promise.all([
    punctualityOfClocks(prisma, due, deps.clock.now()),
    escalationsFired(prisma, due),
  ]);
  const report: PunctualityView = {
    ...{ from, to },
    duties: duties.map(({ agencyCode, ...duty }) => ({
      ...duty,
      what: describeClockKind(duty.kind),
      agency: agencyCode,
    })),
    escalations: escalations.map(({ kind, label, fired }) => ({
      ...{ kind, what: describeClockKind(kind), rung: label, fired },
    })),
  };
  return { ok: true, report };
}
