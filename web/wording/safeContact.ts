import type { CaseView } from '../../contracts/views/caseView.ts';
import type { Weekday } from '../../domain/idva/safeTimes.ts';
import { safeWindowsIn } from '../../usecases/tasks/safeWindowsIn.ts';
import { choicesOf, labelOf, mediumLabels, type Labels } from './labels.ts';

/** The questions about safe contact by their names in the contract, wherever they are asked or answered. */
export const safeContactQuestions = {
  media: 'Safe ways',
  numbers: 'Safe numbers',
  mayLeaveMessage: 'May a message be left?',
  safeTimes: 'Safe times, in words',
  safeWindows: 'Safe times, by day and hour',
  safePeople: 'Who may answer or pass something on',
  unsafePeople: 'Who must never learn of it, beside the perpetrator',
  remarks: 'Anything else about reaching them safely',
} as const;

export const weekdayLabels: Labels<Weekday> = {
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

/** What the macro of safe contact is drawn from. */
export const safeContactChoices = {
  words: safeContactQuestions,
  media: choicesOf(mediumLabels),
  days: choicesOf(weekdayLabels),
};

/** What to say of a field of safe contact that was left empty, by its name below `at`. */
export function safeContactMissing(at: string, rows: number): Readonly<Record<string, string>> {
  return {
    [`${at}media`]: 'Choose at least one way in which the victim can be reached safely.',
    [`${at}mayLeaveMessage`]: 'Say whether a message may be left.',
    ...Object.fromEntries(
      Array.from({ length: rows }, (_, row) => [`${at}safeWindows.${row}.days`, 'Choose the days of these times.']),
    ),
  };
}

/** How the victim can be reached without danger; null for those who may not know. */
export function safeContactWords({ safeContact }: Pick<CaseView, 'safeContact'>) {
  if (!safeContact) return null;
  const { suspended, details } = safeContact;
  const known = (details?.state === 'open' ? details.text : {}) as Readonly<Record<string, unknown>>;
  const list = (name: string) => (Array.isArray(known[name]) ? (known[name] as string[]) : []);
  const text = (name: string) => (typeof known[name] === 'string' ? known[name] : '');
  return {
    suspended,
    rows: [
      { key: 'Safe to call', value: list('numbers').join(', ') || 'No number is safe' },
      {
        key: 'Ways',
        value: list('media')
          .map((medium) => labelOf(mediumLabels, medium))
          .join(', '),
      },
      { key: 'Safe times', value: text('safeTimes') },
      { key: 'Safe hours', value: safeWindowsIn(known).map(windowWords).join('; ') },
      { key: 'Messages', value: known['mayLeaveMessage'] === true ? 'A message may be left' : 'Never leave a message' },
      { key: 'Who may answer', value: text('safePeople') },
      { key: 'Who must never learn of it', value: text('unsafePeople') },
      { key: 'Remarks', value: text('remarks') },
    ].filter(({ value }) => value !== ''),
  };
}

/** A stretch of safe time in words: `Monday, Friday: 09:30 to 14:30`. */
export function windowWords({ days, from, until }: { days: readonly string[]; from: string; until: string }): string {
  return `${days.map((day) => labelOf(weekdayLabels, day)).join(', ')}: ${from} to ${until}`;
}
