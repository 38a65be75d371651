import { addDays, addHours, londonDate, startOfLondonDay } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { isOver } from '../../../domain/lifecycle/commands/closing.ts';
import type { SimulatedCase } from '../simulatedCase.ts';

/** Where a clock that somebody looked at has nothing to say yet (a new bank holiday moved its rung), it is looked at again later. */
const lookAgainHours = 6;

/** Looks at the case after a step, and says whether there is nothing more to live. */
export type Look = (step: string) => boolean;

/** Lets time pass until then: clocks wake, the flag runs out, the case ends. Returns whether there is nothing more to live. */
export function passTime(about: SimulatedCase, until: IsoInstant, look: Look): boolean {
  for (;;) {
    const next = [about.nextWake, endOfFlag(about)].filter((at) => at !== null).toSorted()[0];
    if (next === undefined || next > until) break;
    if (next > about.now) about.now = next;
    const { version } = about.state;
    if (endOfFlag(about) !== null && londonDate(about.now) > (about.state.flagEndsOn ?? '')) about.flagRunsOut();
    about.wake();
    if (isOver(about.state, londonDate(about.now))) about.send('endCase', {});
    if (look('')) return true;
    if (about.state.version === version) about.now = addHours(about.now, lookAgainHours);
  }
  if (until > about.now) about.now = until;
  return false;
}

function endOfFlag({ state, running }: SimulatedCase): IsoInstant | null {
  const flagged = [...running.values()].some((owned) => owned.clock.kind === 'repeatFlag');
  return state.flagEndsOn === null || !flagged ? null : startOfLondonDay(addDays(state.flagEndsOn, 1));
}
