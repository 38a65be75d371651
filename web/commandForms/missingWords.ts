import type { CommandForm } from './commandForm.ts';

/** What to say where a question was left open, by the name of its field. */
export function missingWords({ fields }: Pick<CommandForm, 'fields'>): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ kind, name, label }) => {
      const question = label.replace(/[?.]$/, '').replace(/ \(optional\)$/, '');
      return [name, `${kind === 'text' || kind === 'line' ? 'Write' : 'Say'}: ${question}`];
    }),
  );
}
