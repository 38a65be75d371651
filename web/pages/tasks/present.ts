import type { TaskView } from '../../../contracts/views/taskView.ts';
import { formatLondonTime, londonDate } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { Names } from '../../../usecases/office/readNames.ts';
import { clockLine } from '../../wording/clocks.ts';
import { momentWords, sentence } from '../../wording/days.ts';
import { recordingOf } from './recordingOf.ts';

interface Given {
  readonly names: Names;
  readonly nameOf: (id: string | null) => string | null;
  readonly now: IsoInstant;
}

/** The tasks in words, in the order they came. */
export function presentTasks(tasks: readonly TaskView[], { names, nameOf, now }: Given) {
  return tasks.map((task) => ({
    // Only what runs is a task, and what is silent is none.
    ...clockLine({ ...task, status: 'running', silent: false, nextReminderAt: null, outcome: null }, now, names.agency),
    why: task.why,
    insteadOf: nameOf(task.insteadOf),
    contact: contactWords(task, now),
    recording: recordingOf(task),
  }));
}

/** When the victim can be reached safely, and whether that comes in time; null for what needs no contact. */
export function contactWords({ contact, overdue }: Pick<TaskView, 'contact' | 'overdue'>, now: IsoInstant) {
  if (!contact) return null;
  const { next, beforeDue, safeTimes } = contact;
  const warning =
    beforeDue || overdue ? null : 'No safe time comes before this is due: decide in the service how to go on.';
  if (next) return { warning, text: `Next safe time: ${spanWords(next, now)}.` };
  if (!beforeDue) return { warning, text: 'No safe time is known for the next four weeks.' };
  return { warning, text: noWindowWords(safeTimes) };
}

function spanWords({ from, until }: { readonly from: IsoInstant; readonly until: IsoInstant }, now: IsoInstant) {
  if (from <= now) return `now, until ${momentWords(until, now)}`;
  const end = londonDate(from) === londonDate(until) ? formatLondonTime(until) : momentWords(until, now);
  return `${momentWords(from, now)} to ${end}`;
}

/** Without set times, what was written about them is all there is. */
function noWindowWords(safeTimes: NonNullable<TaskView['contact']>['safeTimes']): string {
  if (safeTimes?.state !== 'open') return 'Nothing is known of safe times: look at safe contact on the case first.';
  const { safeTimes: written } = safeTimes.text as { readonly safeTimes?: unknown };
  return typeof written === 'string' && written !== ''
    ? `Safe times, as they were told: ${sentence(written)}`
    : 'No safe times are set: look at safe contact on the case first.';
}
