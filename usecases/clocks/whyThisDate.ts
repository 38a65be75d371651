import { formatLondonDate, formatLondonMoment, londonDate } from '../../domain/calendar/london.ts';
import type { Clock, Due } from '../../domain/clocks/clock.ts';
import { ruleInWords } from '../../domain/clocks/ruleInWords.ts';

/** Why a clock is due when it is due, in one or two sentences that stand alone. */
export function whyThisDate(clock: Pick<Clock, 'reason' | 'anchor' | 'originalDue' | 'due' | 'begunAnew'>): string {
  const { reason, anchor, originalDue, due } = clock;
  const over = reason.skipped.map(({ date, name }) => `${name} (${formatLondonDate(date)})`).join(', ');
  const moved = JSON.stringify(due) !== JSON.stringify(originalDue);
  return [
    `Due ${inWords(due)}: ${ruleInWords(clock)}, counted from ${formatLondonDate(londonDate(anchor))}.`,
    ...(over ? [`Stepped over: ${over}.`] : []),
    ...(moved ? [`First set for ${inWords(originalDue)}.`] : []),
    ...(reason.provisional ? ['Bank holidays are not known that far ahead, so the date may move.'] : []),
  ].join(' ');
}

function inWords(due: Due): string {
  return due.type === 'day' ? `by the end of ${formatLondonDate(due.date)}` : `at ${formatLondonMoment(due.at)}`;
}
