import type { Ladder, RecipientRole } from '../clocks/ladder.ts';

/** The roles of the nth rung of a ladder (0 is the first) and of every rung above it, the repeated one last and once. */
export function rolesUpward(ladder: Ladder, rung: number): readonly (readonly RecipientRole[])[] {
  const named = ladder.rungs.slice(rung).map(({ to }) => to);
  return ladder.then === null ? named : [...named, ladder.then.to];
}
