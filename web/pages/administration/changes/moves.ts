import type { PlanningPreviewView } from '../../../../contracts/views/policyChangeViews.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import { dayWords, dueWords, momentWords } from '../../../wording/days.ts';
import { londonDate } from '../../../../domain/calendar/london.ts';

type Clock = NonNullable<PlanningPreviewView['matters'][number]['clocks']>[number];

const effectWords: Readonly<Record<Clock['effect'], string>> = {
  becomesLate: 'becomes late',
  rescued: 'is not late any more',
  later: 'later',
  earlier: 'earlier',
  remindersOnly: 'reminders only',
};

/** A preview as its page shows it. */
export function presentPreview({ areas, matters, leftOut }: PlanningPreviewView, now: IsoInstant) {
  return { areas, leftOut, matters: matters.map((matter) => presentMatter(matter, now)) };
}

/** One case or meeting with the dates that move, where whoever looks may see them. */
export function presentMatter<
  M extends Pick<PlanningPreviewView['matters'][number], 'about' | 'reference' | 'meetingOn' | 'area' | 'clocks'>,
>({ clocks, ...matter }: M, now: IsoInstant) {
  const { meetingOn, reference } = matter;
  return {
    ...matter,
    title: reference ?? (meetingOn === null ? 'A meeting' : `Meeting of ${dayWords(meetingOn, londonDate(now))}`),
    clocks: clocks?.map((clock) => inWords(clock, now)) ?? null,
  };
}

function inWords({ what, effect, from, to, nextReminderTo }: Clock, now: IsoInstant): string {
  if (effect === 'remindersOnly')
    return `${what}: the date stays${nextReminderTo === null ? '' : `, next reminder ${momentWords(nextReminderTo, now)}`}`;
  return `${what}: from ${dueWords(from, now)} to ${dueWords(to, now)} (${effectWords[effect]})`;
}
