import type { PlanningPreviewView, PlanningProgressView } from '../../../../contracts/views/policyChangeViews.ts';
import { londonDate } from '../../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import type { Names } from '../../../../usecases/office/readNames.ts';
import { meetingChangeWords } from './pattern/meetings.ts';
import { dayWords, dueWords, momentWords, wasDueWords } from '../../../wording/days.ts';

type Clock = NonNullable<PlanningPreviewView['matters'][number]['clocks']>[number];

const effectWords: Readonly<Record<Clock['effect'], string>> = {
  becomesLate: 'becomes late',
  rescued: 'is not late any more',
  later: 'later',
  earlier: 'earlier',
  remindersOnly: 'reminders only',
};

/** A preview as its page shows it. */
export function presentPreview({ areas, matters, leftOut }: PlanningPreviewView, names: Names, now: IsoInstant) {
  return {
    areas: areas.map((row) => ({ ...row, area: names.area(row.area) })),
    leftOut,
    matters: matters.map((matter) => presentMatter(matter, names, now)),
  };
}

/** One case or meeting with the dates that move, where whoever looks may see them. */
export function presentMatter<
  M extends Pick<PlanningPreviewView['matters'][number], 'about' | 'reference' | 'meetingOn' | 'area' | 'clocks'> &
    Partial<Pick<PlanningProgressView['matters'][number], 'meeting'>>,
>({ clocks, meeting, ...matter }: M, names: Names, now: IsoInstant) {
  const { meetingOn, reference } = matter;
  return {
    ...matter,
    area: names.area(matter.area),
    title: reference ?? (meetingOn === null ? 'A meeting' : `Meeting of ${dayWords(meetingOn, londonDate(now))}`),
    clocks: meeting ? meetingChangeWords(meeting, now) : (clocks?.map((clock) => inWords(clock, now)) ?? null),
  };
}

function inWords({ what, effect, from, to, nextReminderTo }: Clock, now: IsoInstant): string {
  if (effect === 'remindersOnly')
    return `${what}: the date stays${nextReminderTo === null ? '' : `, next reminder ${momentWords(nextReminderTo, now)}`}`;
  // How far away it was counts for nothing any more: said of the new date alone.
  return `${what}: from ${wasDueWords(from, now)} to ${dueWords(to, now)} (${effectWords[effect]})`;
}
