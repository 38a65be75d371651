import type { AdviserView } from '../../contracts/views/idvaView.ts';
import type { AdviserKind } from '../../domain/lifecycle/facts/support.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { counted, dayFromNow } from './days.ts';
import { labelOf, type Labels } from './labels.ts';

export const adviserKindLabels: Labels<AdviserKind> = { community: 'Community', court: 'Court', health: 'Health' };

/** How much more an adviser can take by policy: what they have beyond it is said, too. */
export function roomWords({ roomLeft }: Pick<AdviserView, 'roomLeft'>): string {
  if (roomLeft.open < 0) return `${counted(-roomLeft.open, 'case')} over capacity`;
  if (roomLeft.open === 0) return 'Full';
  return `Room for ${roomLeft.open}`;
}

/** The colour of the tag that says it: whoever is full is a warning before anybody is given one case too many. */
export function roomColour({ roomLeft }: Pick<AdviserView, 'roomLeft'>): string {
  if (roomLeft.open < 0) return 'red';
  return roomLeft.open === 0 ? 'orange' : 'green';
}

/** An adviser in one line, for whoever has to choose between several. */
export function adviserWords(adviser: AdviserView, now: IsoInstant): string {
  const { open, overdue, away, conflict, speaksLanguage, kinds } = adviser;
  return [
    ...(conflict ? ['Can never have this case'] : []),
    ...(speaksLanguage === true ? ['Speaks the victim’s language'] : []),
    ...(speaksLanguage === false ? ['Does not speak the victim’s language: an interpreter is needed'] : []),
    ...(away ? [`Away until ${dayFromNow(away.until, now)}`] : []),
    `${open} open`,
    roomWords(adviser),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
    kinds.map((kind) => labelOf(adviserKindLabels, kind)).join(', '),
  ].join('. ');
}
