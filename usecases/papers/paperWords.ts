import type { WordsView } from '../../contracts/views/parts.ts';
import { formatLondonDate, formatLondonMoment, londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Due } from '../../domain/clocks/clock.ts';

/** What somebody wrote as it stands on paper; null where there is nothing, or nothing for this reader. */
export function onPaper(words: WordsView): string | null {
  if (words === null || words.state === 'withheld') return null;
  if (words.state === 'erased') return 'Erased with the person it was about.';
  return typeof words.text === 'string' ? words.text : null;
}

/** By when something is due, with its year: paper is read later. */
export function dueOnPaper(due: Due | null): string {
  if (due === null) return 'By the policy of the area';
  return due.type === 'day' ? formatLondonDate(due.date) : formatLondonMoment(due.at);
}

/** The day of a meeting on its papers. */
export function dayOnPaper(startsAt: IsoInstant): string {
  return formatLondonDate(londonDate(startsAt));
}
