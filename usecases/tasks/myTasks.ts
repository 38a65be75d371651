import type { TaskView } from '../../contracts/views/taskView.ts';
import { standsFor, type Actor } from '../../domain/access/actor.ts';
import { taskPlaces } from '../../domain/access/taskPlaces.ts';
import { addDays, addHours, endOfLondonDay, londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { nextSafeTime } from '../../domain/idva/safeTimes.ts';
import { needsContact } from '../../domain/notices/contactDuties.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import type { ClockPosition } from '../../store/clocks/overdueClocks.ts';
import { openTasks, type OpenTask } from '../../store/tasks/openTasks.ts';
import { readWords, type Words } from '../cases/words.ts';
import { presentClock } from '../clocks/presentClock.ts';
import { whyThisDate } from '../clocks/whyThisDate.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';
import { safeWindowsIn } from './safeWindowsIn.ts';

/** A duty of contact is shown so many days before it is due: its safe times may come before that day. */
const contactDaysAhead = 7;
const anySafeTimeWithinHours = 24 * 28;

export interface TaskQuestion {
  /** The last London day to look at; left out, today. */
  readonly until?: IsoDate | undefined;
  readonly after: ClockPosition | null;
  readonly limit: number;
}

/** What is somebody's to do, overdue and due by a day, the soonest first, over everything they work on. */
export async function myTasks(
  deps: Dependencies,
  actor: Actor,
  route: string,
  { until, after, limit }: TaskQuestion,
): Promise<{ readonly items: readonly TaskView[]; readonly next: ClockPosition | null }> {
  const { prisma } = deps.store;
  const now = deps.clock.now();
  const lastDay = until ?? londonDate(now);
  const span = {
    until: endOfLondonDay(lastDay),
    contactUntil: endOfLondonDay(addDays(londonDate(now), contactDaysAhead)),
    after,
    limit: limit + 1,
    today: londonDate(now),
  };
  const rows = await openTasks(prisma, actor, span);
  const page = rows.slice(0, limit);
  const [codes, words] = await Promise.all([
    readCodes(deps),
    readWords(
      deps,
      page.filter(({ clock }) => needsContact(clock.kind)).map(({ safeContactId }) => safeContactId),
    ),
  ]);
  const { practitionerId: actorId } = actor;
  await recordAccess(prisma, { actorId, event: 'readTasks', route, caseId: null, outcome: 'shown', at: now });
  const last = page.at(-1)?.clock;
  return {
    items: page.map((row) => presentTask(row, actor, { codes, words, now })),
    next: rows.length > limit && last ? { at: last.overdueAt, id: last.id } : null,
  };
}

interface Reading {
  readonly codes: Codes;
  readonly words: Words;
  readonly now: IsoInstant;
}

function presentTask(row: OpenTask, actor: Actor, { codes, words, now }: Reading): TaskView {
  const { silent: _s, nextReminderAt: _n, outcome: _o, status: _t, ...clock } = presentClock(row, codes, now);
  const { ownerId } = row;
  const covered = ownerId !== actor.practitionerId && ownerId !== null && standsFor(actor).includes(ownerId);
  return {
    ...clock,
    why: whyThisDate(row.clock),
    path: pathOf(row),
    insteadOf: covered ? ownerId : null,
    side: sideOf(row, actor),
    contact: needsContact(row.clock.kind) ? contactOf(row, words, now) : null,
  };
}

/** Where it is done. */
function pathOf({ id, reference, meetingId, assessmentId }: OpenTask): string {
  if (reference !== null) return `/cases/${encodeURIComponent(reference)}#clock-${id}`;
  return meetingId === null ? `/assessments/${assessmentId ?? ''}` : `/meetings/${meetingId}`;
}

/** On which side of a transfer the duty lies; who coordinates both areas settles a refusal where the case is. */
function sideOf({ clock, areaId, toAreaId }: OpenTask, actor: Actor): TaskView['side'] {
  if (clock.subject.type !== 'transfer') return null;
  if (toAreaId === null) return 'asking';
  if (clock.kind === 'transferAcknowledgement') return 'asked';
  return taskPlaces(actor).areaIds.includes(areaId) ? 'asking' : 'asked';
}

/** The next safe time before the duty is due; where there is none, or it is late already, the next there is. */
function contactOf({ safeContactId, clock }: OpenTask, words: Words, now: IsoInstant): TaskView['contact'] {
  const safeTimes = words(safeContactId);
  const windows = safeWindowsIn(safeTimes?.text);
  const inTime = nextSafeTime(windows, now, clock.overdueAt);
  const next = inTime ?? nextSafeTime(windows, now, addHours(now, anySafeTimeWithinHours));
  return { safeTimes, next, beforeDue: windows.length === 0 || inTime !== null };
}
