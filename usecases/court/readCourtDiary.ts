import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { CourtDiaryView } from '../../contracts/views/courtDiaryView.ts';
import { standsFor, type Actor } from '../../domain/access/actor.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import { addDays, daysBetween, endOfLondonDay, londonDate, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { courtDiary, type DiaryLine, type DiaryPosition } from '../../store/court/courtDiary.ts';
import type { Dependencies } from '../dependencies.ts';
import { readWords, type Words } from '../cases/words.ts';
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
  /** Which court it is before is of no use to whoever asks: the words of no case are opened. */
  readonly datesOnly?: true;
  readonly after: DiaryPosition | null;
  readonly limit: number;
}

export type DiaryPage =
  | { readonly ok: true; readonly items: readonly CourtDiaryView[]; readonly next: DiaryPosition | null }
  | RequestProblem;

/**
 * Hearings by day, what is due of them, and protection that ends, in the cases somebody may see; and the hearings they go along
 * to, of any case, with what is needed to be there.
 */
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
  const words = await readWords(deps, question.datesOnly ? [] : page.flatMap((line) => wordsFor(actor, line)));
  const last = page.at(-1);
  return {
    ok: true,
    items: page.map((line) => present(line, { actor, codes, words, now })),
    next: lines.length > limit && last ? { at: last.at, id: last.id } : null,
  };
}

/** Whose dates are meant: of somebody who asks for their own, those of colleagues they stand in for too. */
function whose(actor: Actor, practitioner: string | undefined): readonly string[] | undefined {
  if (practitioner === undefined) return undefined;
  return practitioner === actor.practitionerId ? standsFor(actor) : [practitioner];
}

interface Given {
  readonly actor: Actor;
  readonly codes: Codes;
  readonly words: Words;
  readonly now: IsoInstant;
}

/**
 * One line as its reader may have it. What is known of a case to somebody who sees it for one of the posts of the diary stands in the
 * case; somebody who goes along needs here what takes them there, and is not told who else is asked.
 */
function present(line: DiaryLine, { actor, codes, words, now }: Given): CourtDiaryView {
  const { what, at, liveDateId, kind, reference, adviserId, watchedById, open } = line;
  const ofTheCase = open && mayDo(actor, 'readDatesOfCases', null);
  const theirs = company(line).filter((id) => standsFor(actor).includes(id));
  const said = wordsFor(actor, line);
  return {
    ...{ what, at, liveDateId, kind, reference, adviserId, open },
    on: londonDate(at),
    area: codes.area(line.areaId),
    goesAlong: ofTheCase ? company(line) : theirs,
    watchedById: ofTheCase ? watchedById : null,
    overdue: dueThings.includes(what) && at < now,
    court: courtIn(said, words),
    proceedings: goesAlongTo(actor, line) ? line.proceedings : null,
  };
}

/** Whether a line is of a hearing to which the reader, or somebody they stand in for, goes along. */
function goesAlongTo(actor: Actor, line: DiaryLine): boolean {
  return line.what === 'hearing' && company(line).some((id) => standsFor(actor).includes(id));
}

/** Where the court may stand for whoever goes along: with the hearing, else with the proceedings it belongs to. */
function wordsFor(actor: Actor, line: DiaryLine): readonly string[] {
  if (!goesAlongTo(actor, line)) return [];
  return [line.contentId, line.proceedingContentId].filter((id) => id !== null);
}

/** The court and nothing else of what was written there: a note may be about anybody. */
function courtIn(ids: readonly string[], words: Words): string | null {
  for (const id of ids) {
    const text = words(id)?.text;
    if (typeof text === 'object' && text !== null && 'where' in text && typeof text.where === 'string')
      return text.where;
  }
  return null;
}

function company({ companionIds }: DiaryLine): string[] {
  return Array.isArray(companionIds) ? companionIds.filter((each) => typeof each === 'string') : [];
}
