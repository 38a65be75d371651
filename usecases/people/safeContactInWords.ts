import { codeInWords } from '../../domain/papers/codeInWords.ts';
import { safeWindowsIn } from '../tasks/safeWindowsIn.ts';

/** How a victim can be reached without danger, out of what was written down, as rows to read; empty ones are left out. */
export function safeContactInWords(written: unknown): readonly { readonly key: string; readonly value: string }[] {
  const known = (typeof written === 'object' && written !== null ? written : {}) as Readonly<Record<string, unknown>>;
  const list = (name: string) => (Array.isArray(known[name]) ? (known[name] as string[]) : []);
  const text = (name: string) => (typeof known[name] === 'string' ? known[name] : '');
  return [
    { key: 'Safe to call', value: list('numbers').join(', ') || 'No number is safe' },
    { key: 'Ways', value: list('media').map(codeInWords).join(', ') },
    { key: 'Safe times', value: text('safeTimes') },
    { key: 'Safe hours', value: safeWindowsIn(known).map(windowInWords).join('; ') },
    { key: 'Messages', value: known['mayLeaveMessage'] === true ? 'A message may be left' : 'Never leave a message' },
    { key: 'Who may answer', value: text('safePeople') },
    { key: 'Who must never learn of it', value: text('unsafePeople') },
    { key: 'Remarks', value: text('remarks') },
  ].filter(({ value }) => value !== '');
}

/** A stretch of safe time in words: `Monday, Friday: 09:30 to 14:30`. */
export function windowInWords({ days, from, until }: { days: readonly string[]; from: string; until: string }): string {
  return `${days.map(codeInWords).join(', ')}: ${from} to ${until}`;
}
