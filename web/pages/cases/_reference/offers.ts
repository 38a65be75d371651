import type { OfferedCommand } from '../../../../usecases/cases/offeredCommands.ts';
import { formGroups, placeOf } from '../../../commandForms/commandForms.ts';

interface Offer {
  readonly text: string;
  readonly href: string;
}

/** What one may do with a case, by part of the case; and with single things in it, by their id. */
export function offersOf(reference: string, offered: readonly OfferedCommand[]) {
  const ofGroups = new Map<string, Offer[]>(formGroups.map(({ title }) => [title, []]));
  const ofThings: Record<string, Offer[]> = {};
  for (const { command, subjectId } of offered) {
    const place = placeOf(command);
    if (!place) continue;
    const offer = { text: place.label, href: `/cases/${reference}${command.path.replace(/:\w+/, subjectId ?? '')}` };
    if (subjectId === null) ofGroups.get(place.group)?.push(offer);
    else (ofThings[subjectId] ??= []).push(offer);
  }
  const groups = [...ofGroups].map(([title, links]) => ({ title, links }));
  return { groups: groups.filter(({ links }) => links.length > 0), ofThings };
}
