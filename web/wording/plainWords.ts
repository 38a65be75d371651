import type { WordsView } from '../../contracts/views/parts.ts';

/** Words somebody wrote, or why they are not here; of words that are kept as a form, one part. */
export function plainWords(words: WordsView, part?: string): { state: string; text: string } | null {
  if (words === null) return null;
  if (words.state !== 'open') return { state: words.state, text: '' };
  const value = part === undefined ? words.text : (words.text as Readonly<Record<string, unknown>>)[part];
  return typeof value === 'string' && value !== '' ? { state: 'open', text: value } : null;
}
