import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { IdvaReportQuery } from '../../contracts/report.ts';
import type { IdvaReportView } from '../../contracts/views/idvaReportView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { addDays, addMonths } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { idvaFigures, type IdvaFigures } from '../../store/reports/idvaFigures.ts';
import type { Dependencies } from '../dependencies.ts';
import { reportAreas } from './reportAreas.ts';

/** The work of the IDVA services in one quarter of the calendar year, by area and together. */
export async function idvaReport(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { year, quarter, areas }: IdvaReportQuery,
): Promise<{ readonly ok: true; readonly report: IdvaReportView } | RequestProblem> {
  const allowed = await reportAreas(deps, actor, route, areas);
  if (!allowed.ok) return allowed;
  const from: IsoDate = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
  const to = addDays(addMonths(from, 3), -1);
  const areaIds = allowed.areas.map(({ id }) => id);
  const figures = await idvaFigures(deps.store.prisma, { from, to, areaIds });
  const codes = new Map(allowed.areas.map(({ id, code }) => [id, code]));
  const lines = figures.map(({ areaId, ...rest }) => ({ area: codes.get(areaId) ?? '', ...lineOf(rest) }));
  return { ok: true, report: { from, to, areas: lines, total: lineOf(sumOf(figures)) } };
}

type Counts = Omit<IdvaFigures, 'areaId'>;

function lineOf(counts: Counts) {
  const { referrals, engaged, supportEnded, saferYes, saferNo, stoppedYes, stoppedNo } = counts;
  return {
    referrals,
    engaged,
    engagementShare: percent(engaged, referrals),
    supportEnded,
    feltSafer: answers(saferYes, saferNo, supportEnded),
    abuseStopped: answers(stoppedYes, stoppedNo, supportEnded),
    riskReviews: { lower: counts.riskLower, same: counts.riskSame, higher: counts.riskHigher },
  };
}

/** Only victims who were asked count in the share; the others are shown beside it. */
function answers(yes: number, no: number, ended: number) {
  return { yes, no, notAsked: ended - yes - no, share: percent(yes, yes + no) };
}

/** A percentage to one decimal; null of nothing. */
function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1_000) / whole) / 10;
}

function sumOf(figures: readonly IdvaFigures[]): Counts {
  const sum = (pick: (each: IdvaFigures) => number) => figures.reduce((total, each) => total + pick(each), 0);
  return {
    referrals: sum((each) => each.referrals),
    engaged: sum((each) => each.engaged),
    supportEnded: sum((each) => each.supportEnded),
    saferYes: sum((each) => each.saferYes),
    saferNo: sum((each) => each.saferNo),
    stoppedYes: sum((each) => each.stoppedYes),
    stoppedNo: sum((each) => each.stoppedNo),
    riskLower: sum((each) => each.riskLower),
    riskSame: sum((each) => each.riskSame),
    riskHigher: sum((each) => each.riskHigher),
  };
}
