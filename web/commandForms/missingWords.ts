import { indirect } from '../wording/indirect.ts';
import type { CommandForm, Field } from './commandForm.ts';

/** How a day is entered, since nothing on an empty field shows it. */
const likeWhat: Partial<Record<Field['kind'], string>> = {
  date: ', like 9/3/2026',
  moment: ', like 9/3/2026 at 4pm',
  dueMoment: ', like 9/3/2026',
};

/** What to say where a question was left open, by the name of its field. */
export function missingWords({ fields }: Pick<CommandForm, 'fields'>): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ kind, name, label }) => {
      const verb = kind === 'text' || kind === 'line' ? 'Write' : 'Say';
      const what = label.includes('?')
        ? ` ${indirect(label)}`
        : `: ${label.replace(/\.$/, '').replace(/ \(optional\)$/, '')}`;
      return [name, `${verb}${what}${likeWhat[kind] ?? ''}`];
    }),
  );
}
