import { formatLondonDate, formatLondonMoment, londonDate } from '../calendar/london.ts';
import type { IsoInstant } from '../calendar/time.ts';
import type { Clock, Due, DueReason, Pause } from './clock.ts';
import type { ClockHistoryEntry } from './clockHistory.ts';
import { describeClockKind } from './clockKind.ts';
import { describeBudget } from './describeBudget.ts';
import { describeRecipientRoles, describeRung } from './describeRung.ts';
import type { MoveReason } from './moveClock.ts';
import { pauseWords } from './pauseWords.ts';
import { ruleInWords } from './ruleInWords.ts';

type EntryOf<T extends ClockHistoryEntry['type']> = Extract<ClockHistoryEntry, { type: T }>;

/** Why a clock is due when it is due and what became of it: for people, and as data. */
export interface ClockExplanation extends DueReason {
  readonly sentences: readonly string[];
  readonly due: Due;
  readonly originalDue: Due;
  readonly anchor: IsoInstant;
  readonly moves: readonly EntryOf<'moved'>[];
  readonly pauses: readonly Pause[];
  readonly acknowledgements: readonly EntryOf<'acknowledged'>[];
  readonly rungsSent: readonly EntryOf<'rungFired'>[];
  readonly rungsNoted: readonly number[];
  readonly next: Clock['next'];
}

const moveWords: Readonly<Record<MoveReason, string>> = {
  moved: 'moved',
  extended: 'extended',
  policy: 'planned anew by a changed policy',
  calendar: 'planned anew because of a change of bank holidays',
  meeting: 'planned anew with the meeting it is listed for',
};

/** Answers "why this date" for a clock from what it holds and what happened to it; needs no policy of today. */
export function explainClock(clock: Clock, history: readonly ClockHistoryEntry[]): ClockExplanation {
  const { due, originalDue, anchor, pauses, next, reason } = clock;
  return {
    sentences: [
      ...whySentences(clock),
      ...history.flatMap((entry) => sentenceOf(entry, clock)),
      ...nextSentence(clock),
    ],
    ...reason,
    due,
    originalDue,
    anchor,
    moves: entriesOf(history, 'moved'),
    pauses,
    acknowledgements: entriesOf(history, 'acknowledged'),
    rungsSent: entriesOf(history, 'rungFired'),
    rungsNoted: entriesOf(history, 'rungsNoted').flatMap(({ rungs }) => rungs),
    next,
  };
}

/** A due moment for people: `on Monday 9 March 2026`, `by Monday 9 March 2026 at 5pm`. */
export function describeDue(due: Due): string {
  return due.type === 'day' ? `on ${formatLondonDate(due.date)}` : `by ${formatLondonMoment(due.at)}`;
}

function whySentences(clock: Clock): string[] {
  const { kind, due, originalDue, anchor, reason } = clock;
  const began = due.type === 'day' ? formatLondonDate(londonDate(anchor)) : formatLondonMoment(anchor);
  const skipped = reason.skipped.map(({ name, date }) => `${name} (${formatLondonDate(date)})`).join(', ');
  const wasMoved = JSON.stringify(due) !== JSON.stringify(originalDue);
  return [
    `${describeClockKind(kind)}: due ${describeDue(due)}.`,
    `The rule: ${ruleInWords(clock)}. It began on ${began}.`,
    `Source: ${reason.source}. Policy ${reason.policyVersion}, calendar ${reason.calendarVersion}.`,
    ...(skipped === '' ? [] : [`Not counted: ${skipped}.`]),
    ...(reason.provisional ? ['Provisional: not all bank holidays of that time are known yet.'] : []),
    ...(wasMoved ? [`It was first due ${describeDue(originalDue)}.`] : []),
  ];
}

function sentenceOf(entry: ClockHistoryEntry, clock: Clock): string[] {
  const on = formatLondonMoment(entry.at);
  switch (entry.type) {
    case 'started':
      return [];
    case 'moved':
      return [`${on}: ${moveWords[entry.because]}, from ${when(entry.from)} to ${when(entry.to)}${who(entry)}.`];
    case 'paused': {
      const left = describeBudget(clock.due.type, entry.budgetLeft);
      return [`${on}: paused because of this: ${pauseWords[entry.reason]}; ${left} left${who(entry)}.`];
    }
    case 'resumed':
      return [`${on}: resumed, due ${describeDue(entry.due)}${who(entry)}.`];
    case 'acknowledged':
      return [`${on}: acknowledged until ${formatLondonDate(entry.nextDate)}${who(entry)}.`];
    case 'rungFired':
      return [`${on}: ${describeRung(entry.label)}, to ${describeRecipientRoles(entry.to)}.`];
    case 'rungsNoted':
      return [`${on}: ${entry.rungs.length} earlier message${entry.rungs.length === 1 ? '' : 's'} noted and not sent.`];
    case 'ended':
      return [
        `${on}: ended, ${{ met: 'met in time', metLate: 'met late', cancelled: 'cancelled' }[entry.outcome]}${who(entry)}.`,
      ];
  }
}

function nextSentence({ next, end, pauses }: Clock): string[] {
  if (end !== null) return [];
  if (pauses.some(({ until }) => until === null)) return ['It is paused: nothing is sent until it is resumed.'];
  if (next === null) return ['Nothing more is sent.'];
  return [`Next: ${formatLondonMoment(next.at)}, to ${describeRecipientRoles(next.to)}.`];
}

function when(due: Due): string {
  return due.type === 'day' ? formatLondonDate(due.date) : formatLondonMoment(due.at);
}

function who({ by, reasonWritten }: { by: string | null; reasonWritten: boolean }): string {
  return `${by === null ? '' : `, by ${by}`}${reasonWritten ? ', with a reason' : ''}`;
}

function entriesOf<T extends ClockHistoryEntry['type']>(history: readonly ClockHistoryEntry[], type: T): EntryOf<T>[] {
  return history.filter((entry): entry is EntryOf<T> => entry.type === type);
}
