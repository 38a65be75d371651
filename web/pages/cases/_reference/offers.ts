import type { OfferedCommand } from '../../../../usecases/cases/offeredCommands.ts';
import { formGroups, linkWordsOf } from '../../../commandForms/commandForms.ts';

interface Offer {
  readonly text: string;
  readonly href: string;
}

/** What one may do with a case, by part of the case; and with single things in it, by their id. */
export function offersOf(reference: string, offered: readonly OfferedCommand[]) {
  const offerOf = ({ command, subjectId }: OfferedCommand): Offer[] => {
    const text = linkWordsOf(command);
    const path = command.path.replace(/:\w+/, subjectId ?? '');
    return text !== null ? [{ text, href: `/cases/${reference}${path}` }] : [];
  };
  const groups = formGroups.map(({ title, forms, pages = [] }) => ({
    title,
    links: offered
      .filter(
        ({ command, subjectId }) =>
          subjectId === null && [...forms, ...pages].some(({ path }) => path === command.path),
      )
      .flatMap(offerOf),
  }));
  const ofThings: Record<string, Offer[]> = {};
  for (const each of offered) if (each.subjectId !== null) (ofThings[each.subjectId] ??= []).push(...offerOf(each));
  return { groups: groups.filter(({ links }) => links.length > 0), ofThings };
}
