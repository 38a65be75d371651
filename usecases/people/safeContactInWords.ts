import type { SafeContactPart } from '../../domain/idva/takeOverSafeContact.ts';
import { codeInWords } from '../../domain/papers/codeInWords.ts';
import { safeWindowsIn } from '../tasks/safeWindowsIn.ts';

/** One answer about reaching a victim safely, in words. */
export interface SafeContactRow {
  readonly part: SafeContactPart;
  readonly key: string;
  readonly value: string;
}

/** How a victim can be reached without danger, out of what was written down, as rows to read; empty ones are left out. */
export function safeContactInWords(written: unknown): readonly SafeContactRow[] {
  const known = (typeof written === 'object' && written !== null ? written : {}) as Readonly<Record<string, unknown>>;
  const list = (name: string) => (Array.isArray(known[name]) ? (known[name] as string[]) : []);
  const text = (name: string) => (typeof known[name] === 'string' ? known[name] : '');
  const rows: readonly SafeContactRow[] = [
    { part: 'numbers', key: 'Safe to call', value: list('numbers').join(', ') || 'No number is safe' },
    { part: 'media', key: 'Ways', value: list('media').map(codeInWords).join(', ') },
    { part: 'safeTimes', key: 'Safe times', value: text('safeTimes') },
    { part: 'safeWindows', key: 'Safe hours', value: safeWindowsIn(known).map(windowInWords).join('; ') },
    {
      part: 'mayLeaveMessage',
      key: 'Messages',
      value: known['mayLeaveMessage'] === true ? 'A message may be left' : 'Never leave a message',
    },
    { part: 'safePeople', key: 'Who may answer', value: text('safePeople') },
    { part: 'unsafePeople', key: 'Who must never learn of it', value: text('unsafePeople') },
    { part: 'remarks', key: 'Remarks', value: text('remarks') },
  ];
  return rows.filter(({ value }) => value !== '');
}

/** A stretch of safe time in words: `Monday, Friday: 09:30 to 14:30`. */
export function windowInWords({ days, from, until }: { days: readonly string[]; from: string; until: string }): string {
  return `${days.map(codeInWords).join(', ')}: ${from} to ${until}`;
}
