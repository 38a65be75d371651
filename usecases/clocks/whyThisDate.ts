import { formatLondonDate, formatLondonMoment, londonDate } from '../../domain/calendar/london.ts';
import type { Clock, Due } from '../../domain/clocks/clock.ts';

/** Why a clock is due when it is due, in one or two sentences that stand alone. */
export function whyThisDate({
  reason,
  anchor,
  originalDue,
  due,
}: Pick<Clock, 'reason' | 'anchor' | 'originalDue' | 'due'>): string {
  const over = reason.skipped.map(({ date, name }) => `${name} (${formatLondonDate(date)})`).join(', ');
  const moved = JSON.stringify(due) !== JSON.stringify(originalDue);
  return [
    `Due ${inWords(due)}: ${reason.rule}, counted from ${formatLondonDate(londonDate(anchor))}.`,
    ...(over ? [`Stepped over: ${over}.`] : []),
    ...(moved ? [`First set for ${inWords(originalDue)}.`] : []),
    ...(reason.provisional ? ['Bank holidays are not known that far ahead, so the date may move.'] : []),
  ].join(' ');
}

function inWords(due: Due): string {
  return due.type === 'day' ? `by the end of ${formatLondonDate(due.date)}` : `at ${formatLondonMoment(due.at)}`;
}
