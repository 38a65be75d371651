import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { CourtDiaryView } from '../../contracts/views/courtDiaryView.ts';
import { standsFor, type Actor } from '../../domain/access/actor.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import { addDays, daysBetween, endOfLondonDay, londonDate, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { courtDiary, type DiaryLine, type DiaryPosition } from '../../store/court/courtDiary.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';

const usualDays = 28;
const mostDays = 400;
const dueThings: readonly DiaryLine['what'][] = ['outcomeDue', 'toCourt', 'answerDue'];

/** What somebody asks of the diary: which days, both included, of which area, of whom. */
export interface DiaryQuestion {
  /** Left out: from today. */
  readonly from?: IsoDate | undefined;
  /** Left out: four weeks. */
  readonly until?: IsoDate | undefined;
  readonly area?: string | undefined;
  readonly practitioner?: string | undefined;
  readonly after: DiaryPosition | null;
  readonly limit: number;
}

export type DiaryPage =
  | { readonly ok: true; readonly items: readonly CourtDiaryView[]; readonly next: DiaryPosition | null }
  | RequestProblem;

/** Hearings by day, what is due of them, and protection that ends, in the cases somebody may see. */
export async function readCourtDiary(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: DiaryQuestion,
): Promise<DiaryPage> {
  if (!mayDo(actor, 'readCourtDiary', null)) return problem('NOT_ALLOWED');
  const { prisma } = deps.store;
  const codes = await readCodes(deps);
  const { area, practitioner, after, limit } = question;
  const areaId = area === undefined ? undefined : codes.areaId(area);
  if (areaId === null) return problem('UNKNOWN_AREA');
  const now = deps.clock.now();
  const from = question.from ?? londonDate(now);
  const until = question.until ?? addDays(from, usualDays);
  const days = daysBetween(from, until);
  if (days < 0)
    return problem('NOT_AS_DESCRIBED', [{ at: 'query.until', problem: 'The end lies before the beginning.' }]);
  if (days > mostDays)
    return problem('NOT_AS_DESCRIBED', [{ at: 'query.until', problem: `Ask for ${mostDays} days at most.` }]);
  const filter = {
    from: startOfLondonDay(from),
    until: endOfLondonDay(until),
    areaId,
    practitionerIds: whose(actor, practitioner),
  };
  const lines = await courtDiary(prisma, actor, filter, after, limit + 1);
  const access = { actorId: actor.practitionerId, event: 'readCourtDiary', route, caseId: null };
  await recordAccess(prisma, { ...access, outcome: 'shown', at: now });
  const page = lines.slice(0, limit);
  const last = page.at(-1);
  return {
    ok: true,
    items: page.map((line) => present(line, codes, now)),
    next: lines.length > limit && last ? { at: last.at, id: last.id } : null,
  };
}

/** Whose dates are meant: of somebody who asks for their own, those of colleagues they stand in for too. */
function whose(actor: Actor, practitioner: string | undefined): readonly string[] | undefined {
  if (practitioner === undefined) return undefined;
  return practitioner === actor.practitionerId ? standsFor(actor) : [practitioner];
}

function present({ id: _, areaId, companionIds, ...line }: DiaryLine, codes: Codes, now: IsoInstant): CourtDiaryView {
  const goesAlong = Array.isArray(companionIds) ? companionIds.filter((each) => typeof each === 'string') : [];
  const overdue = dueThings.includes(line.what) && line.at < now;
  return { ...line, on: londonDate(line.at), area: codes.area(areaId), goesAlong, overdue };
}
