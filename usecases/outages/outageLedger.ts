import type { RequestProblem } from '../../contracts/problemCode.ts';
import type { DeadlineCrossedView } from '../../contracts/views/outageView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { addDays, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import type { ClockPosition } from '../../store/clocks/overdueClocks.ts';
import { deadlinesCrossed, type CrossedSpan, type DeadlineCrossed } from '../../store/outages/deadlinesCrossed.ts';
import { presentClock } from '../clocks/presentClock.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';
import { reportAreas } from '../reports/reportAreas.ts';

export interface LedgerPage<Line = DeadlineCrossedView> {
  readonly ok: true;
  readonly items: readonly Line[];
  readonly next: ClockPosition | null;
}

/** Every deadline that was crossed while the product was down, once each, with when it was due then and what became of it. */
export async function outageLedger(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: { readonly since: IsoDate | null; readonly after: ClockPosition | null; readonly limit: number },
): Promise<LedgerPage> {
  const { since, after, limit } = question;
  const from = since === null ? null : startOfLondonDay(since);
  const page = await readLedger(deps, actor, { since: from, after, limit }, crossed);
  await recordAccess(deps.store.prisma, {
    actorId: actor.practitionerId,
    event: 'readOverdue',
    route,
    caseId: null,
    outcome: 'shown',
    at: deps.clock.now(),
  });
  return page;
}

/** The same as a report: of outages in some days, in the areas somebody may have figures of. */
export async function outageReport(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: {
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly areas?: readonly string[] | undefined;
    readonly after: ClockPosition | null;
    readonly limit: number;
  },
): Promise<LedgerPage<DeadlineCrossedView & { readonly area: string }> | RequestProblem> {
  const { from, to, areas: wanted, after, limit } = question;
  const allowed = await reportAreas(deps, actor, route, wanted);
  if (!allowed.ok) return allowed;
  const days = { since: startOfLondonDay(from), before: startOfLondonDay(addDays(to, 1)) };
  const span = { ...days, areas: allowed.ids, after, limit };
  return readLedger(deps, actor, span, (row, codes, now) => ({
    ...crossed(row, codes, now),
    area: codes.area(row.areaId),
  }));
}

async function readLedger<Line>(
  deps: Dependencies,
  actor: Actor,
  span: CrossedSpan,
  present: (row: DeadlineCrossed, codes: Codes, now: IsoInstant) => Line,
): Promise<LedgerPage<Line>> {
  const { limit } = span;
  const now = deps.clock.now();
  const codes = await readCodes(deps);
  const rows = await deadlinesCrossed(deps.store.prisma, actor, { ...span, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    ok: true,
    items: page.map((row) => present(row, codes, now)),
    next: rows.length > limit && last ? { at: last.overdueThen, id: last.id } : null,
  };
}

function crossed(row: DeadlineCrossed, codes: Codes, now: IsoInstant): DeadlineCrossedView {
  return {
    outage: { from: row.from, until: row.until },
    dueThen: row.dueThen,
    overdueThen: row.overdueThen,
    clock: presentClock(row, codes, now),
  };
}
