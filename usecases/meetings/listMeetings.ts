import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { MeetingView } from '../../contracts/views/officeViews.ts';
import { addMonths, londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { listMeetings as readMeetings, type MeetingListed } from '../../store/meetings/listMeetings.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';

const most = 1_000;

export interface MeetingQuestion {
  readonly area?: string | undefined;
  /** Left out: from today. */
  readonly from?: IsoDate | undefined;
  /** Left out: twelve months on. */
  readonly until?: IsoDate | undefined;
}

/** The meetings of an area, or of all, with how full their lists are; when they are is no secret. */
export async function listMeetings(
  deps: Dependencies,
  question: MeetingQuestion,
): Promise<{ readonly ok: true; readonly items: readonly MeetingView[] } | RequestProblem> {
  const codes = await readCodes(deps);
  const areaId = question.area === undefined ? undefined : codes.areaId(question.area);
  if (areaId === null) return problem('UNKNOWN_AREA');
  const from = question.from ?? londonDate(deps.clock.now());
  const until = question.until ?? addMonths(from, 12);
  if (until < from)
    return problem('NOT_AS_DESCRIBED', [{ at: 'query.until', problem: 'The end lies before the beginning.' }]);
  const rows = await readMeetings(deps.store.prisma, areaId === undefined ? null : [areaId], from, until, {
    after: null,
    latestFirst: false,
    limit: most,
  });
  return { ok: true, items: rows.map((row) => presentMeeting(row, codes)) };
}

/** A meeting as a calendar shows it. */
export function presentMeeting({ id, areaId, ...row }: MeetingListed, codes: Codes): MeetingView {
  return { meetingId: id, area: codes.area(areaId), ...row };
}
