import type { DayOffset, Ladder, LadderName, RecipientRole } from './ladder.ts';
import { ladderNames } from './ladder.ts';

/** Ladders of clocks that end by themselves: with their day everything is said. */
const endingByThemselves: readonly LadderName[] = ['hearing', 'flag'];

/** Ladders whose clock runs on until somebody does something: they may be given other steps. */
export const settableLadders: readonly LadderName[] = ladderNames.filter((name) => !endingByThemselves.includes(name));

/** Posts that are there whoever owes the duty: what nobody does has to reach one of them in the end. */
const posts: readonly RecipientRole[] = [
  'coordinator',
  'supervisor',
  'serviceManager',
  'chair',
  'governance',
  'strategicCoordinator',
];

/** Domain rule: a ladder never goes quiet. Nobody may be silent about a late duty for longer than a week, or a day where it counts hours. */
const longestSilence = { day: { hours: 7 * 24, words: 'a week' }, instant: { hours: 24, words: 'a day' } } as const;

/** Why a ladder might leave a duty that is not done in silence, or makes no sense; null where it does not. */
export function whyQuiet(ladder: Ladder): string | null {
  const { type, rungs, then } = ladder;
  const { hours: longest, words } = longestSilence[type];
  if (then === null) return 'A ladder never goes quiet: its last step has to be repeated, like “every 7 days”.';
  if (hoursOf(type === 'day' ? { days: then.every } : { hours: then.every }) > longest)
    return `The last step has to be repeated at least once in ${words}.`;
  if (!then.to.some((role) => posts.includes(role)))
    return 'The step that is repeated has to reach a post: coordinator, supervisor, service manager, chair or governance.';
  const at = rungs.map(({ offset }) => hoursOf(offset));
  if (at.some((hours, index) => index > 0 && hours <= (at[index - 1] ?? 0)))
    return 'The steps have to stand in the order in which they come.';
  const late = at.filter((hours) => hours >= 0);
  if (late.length === 0 || (late[0] ?? 0) > 24 * (type === 'day' ? 1.4 : 0))
    return type === 'day'
      ? 'Somebody has to hear on the due day, or on the first working day after it.'
      : 'Somebody has to hear at the time itself.';
  const isSilent = late.some((hours, index) => index > 0 && hours - (late[index - 1] ?? 0) > longest);
  return isSilent ? `Between two steps nobody would hear for longer than ${words}.` : null;
}

/** Hours from the due moment, roughly: five working days are a week. */
function hoursOf(offset: DayOffset | { readonly hours: number }): number {
  if ('hours' in offset) return offset.hours;
  return 24 * ('days' in offset ? offset.days : (offset.workingDays * 7) / 5);
}
