import type { OfferedCommand } from '../../../../usecases/cases/offeredCommands.ts';
import { formGroups, formOf } from '../../../commandForms/commandForms.ts';

interface Offer {
  readonly text: string;
  readonly href: string;
}

/** What one may do with a case, by part of the case; and with single things in it, by their id. */
export function offersOf(reference: string, offered: readonly OfferedCommand[]) {
  const offerOf = ({ command, subjectId }: OfferedCommand): Offer[] => {
    const form = formOf(command);
    const path = command.path.replace(/:\w+/, subjectId ?? '');
    return form ? [{ text: form.label, href: `/cases/${reference}${path}` }] : [];
  };
  const groups = formGroups.map(({ title, forms }) => ({
    title,
    links: offered
      .filter(({ command, subjectId }) => subjectId === null && forms.some(({ path }) => path === command.path))
      .flatMap(offerOf),
  }));
  const ofThings: Record<string, Offer[]> = {};
  for (const each of offered) if (each.subjectId !== null) (ofThings[each.subjectId] ??= []).push(...offerOf(each));
  return { groups: groups.filter(({ links }) => links.length > 0), ofThings };
}
