import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { ClockView } from '../../contracts/views/clockView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { addDays, endOfLondonDay, londonDate, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { noteAccess } from '../../store/access/recordAccess.ts';
import { runningClocks, type ClockOrder, type ClockPosition } from '../../store/clocks/overdueClocks.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { presentClock } from './presentClock.ts';

/** What a coordinator asks of the board. */
export interface OverdueQuestion {
  /** These alone. */
  readonly ids?: readonly string[] | undefined;
  readonly area?: string | undefined;
  readonly agency?: string | undefined;
  readonly owner?: string | undefined;
  readonly kind?: string | undefined;
  /** Only what is at least so many days late. */
  readonly daysLate?: number | undefined;
  /** What is due in so many days from today too; only where nothing is asked of days late. */
  readonly dueWithinDays?: number | undefined;
  /** Left out: what is overdue the longest comes first. */
  readonly order?: ClockOrder | undefined;
  readonly after: ClockPosition | null;
  readonly limit: number;
}

export type ClockPage =
  { readonly ok: true; readonly items: readonly ClockView[]; readonly next: ClockPosition | null } | RequestProblem;

/** Everything overdue in the cases somebody may see, the oldest first or last. */
export async function overdueBoard(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: OverdueQuestion,
): Promise<ClockPage> {
  const codes = await readCodes(deps);
  const { ids, area, agency, owner, kind, order, after, limit } = question;
  const areaId = area === undefined ? undefined : codes.areaId(area);
  if (areaId === null) return problem('UNKNOWN_AREA');
  const agencyId = agency === undefined ? undefined : codes.agencyId(agency);
  if (agencyId === null) return problem('UNKNOWN_AGENCY');
  const now = deps.clock.now();
  const filter = { ids, areaId, agencyId, ownerId: owner, kind, overdueBefore: overdueBefore(question, now) };
  const { reads } = deps.store;
  const access = {
    actorId: actor.practitionerId,
    event: 'readOverdue',
    route,
    caseId: null,
    outcome: 'shown',
    at: now,
  };
  const [rows] = await Promise.all([
    runningClocks(reads, actor, filter, after, limit + 1, order),
    noteAccess(reads, access),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1)?.clock;
  return {
    ok: true,
    items: page.map((row) => presentClock(row, codes, now)),
    next: rows.length > limit && last ? { at: last.overdueAt, id: last.id } : null,
  };
}

function overdueBefore({ daysLate, dueWithinDays }: OverdueQuestion, now: IsoInstant): IsoInstant {
  const today = londonDate(now);
  if (daysLate !== undefined && daysLate > 1) return startOfLondonDay(addDays(today, 1 - daysLate));
  return dueWithinDays === undefined ? now : endOfLondonDay(addDays(today, dueWithinDays));
}
