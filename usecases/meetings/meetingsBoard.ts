import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { areasHeldAs, type Actor } from '../../domain/access/actor.ts';
import { officePermissions } from '../../domain/access/permission.ts';
import { addDays, addMonths, londonDate } from '../../domain/calendar/london.ts';
import { listMeetings, type MeetingPosition } from '../../store/meetings/listMeetings.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { presentMeeting } from './listMeetings.ts';

export interface MeetingsQuestion {
  /** Left out: the areas whose meetings somebody runs; all of them for whoever runs none. */
  readonly area?: string | undefined;
  /** Looks a year back, the latest first; otherwise a year ahead, the next first. */
  readonly past: boolean;
  readonly after: MeetingPosition | null;
  readonly limit: number;
}

/** The meetings somebody has to do with, page by page: a year ahead, or a year back. */
export async function meetingsBoard(
  deps: Dependencies,
  actor: Actor,
  { area, past, after, limit }: MeetingsQuestion,
): Promise<
  { readonly ok: true; readonly items: readonly MeetingView[]; readonly next: MeetingPosition | null } | RequestProblem
> {
  const codes = await readCodes(deps);
  const areaId = area === undefined ? undefined : codes.areaId(area);
  if (areaId === null) return problem('UNKNOWN_AREA');
  const today = londonDate(deps.clock.now());
  const [from, until] = past ? [addMonths(today, -12), addDays(today, -1)] : [today, addMonths(today, 12)];
  const areaIds = areaId === undefined ? ownAreas(actor) : [areaId];
  const cut = { after, latestFirst: past, limit: limit + 1 };
  const rows = await listMeetings(deps.store.prisma, areaIds, from, until, cut);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    ok: true,
    items: page.map((row) => presentMeeting(row, codes)),
    next: rows.length > limit && last ? { at: last.startsAt, id: last.id } : null,
  };
}

function ownAreas(actor: Actor): readonly string[] | null {
  const areas = areasHeldAs(actor, officePermissions.runMeeting);
  return areas === 'all' || areas.length === 0 ? null : areas;
}
