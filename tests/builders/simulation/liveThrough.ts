import { addDays, addHours, londonDate, startOfLondonDay } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { isOver } from '../../../domain/lifecycle/commands/closing.ts';
import { begin, tryIn, trySensiblyIn } from '../randomLife.ts';
import type { ReferralBuilder } from '../aReferral.ts';
import type { Rules, SimulatedCase, Surroundings } from '../simulatedCase.ts';
import { announceBankHoliday, changePolicy, outage, takeBack, type Turn } from './aWholeLife.ts';
import { Watcher } from './watcher.ts';

export interface WholeLife {
  readonly referral: ReferralBuilder;
  readonly around: Partial<Surroundings>;
  readonly turns: readonly Turn[];
}

/** What was seen of a life: how long it was, and the first thing that must not be, with everything up to then. */
export interface Lived {
  readonly days: number;
  readonly wrong: string | null;
  readonly facts: SimulatedCase['facts'];
  /** Commands that were accepted and what changed around the case, in order. */
  readonly story: readonly string[];
}

/** Where a clock that somebody looked at has nothing to say yet (a new bank holiday moved its rung), it is looked at again later. */
const lookAgainHours = 6;

/** Lives a life turn by turn, every clock waking on the way, and looks at the case after each step. */
export function liveThrough({ referral, around, turns }: WholeLife, rules?: Rules): Lived {
  const about = begin(referral, around, rules);
  const began = about.now;
  const watcher = new Watcher(about);
  const story: string[] = [];
  let wrong = watcher.look('submitReferral');
  const look = (step: string): boolean => {
    if (step !== '') story.push(step);
    wrong ??= watcher.look(step);
    return wrong !== null || about.state.stage === 'ended';
  };
  for (const turn of turns) {
    if (wrong !== null || about.state.stage === 'ended') break;
    take(about, turn, look);
  }
  return { days: hoursBetween(began, about.now) / 24, wrong, facts: about.facts, story };
}

type Look = (step: string) => boolean;

function take(about: SimulatedCase, turn: Turn, look: Look): void {
  switch (turn.what) {
    case 'attempt': {
      if (passTime(about, addHours(about.now, turn.hoursLater), look)) return;
      // One attempt in four is whatever comes to mind, allowed or not.
      const { type, outcome } = turn.variant % 4 === 0 ? tryIn(about, turn) : trySensiblyIn(about, turn);
      look(outcome.ok ? type : '');
      return;
    }
    case 'outage':
      outage(about, turn);
      if (!look('outage')) passTime(about, about.now, look);
      return;
    case 'policy':
      changePolicy(about, turn);
      break;
    case 'bankHoliday':
      announceBankHoliday(about, turn);
      break;
    case 'takeBack':
      takeBack(about, turn);
      break;
  }
  // What was planned anew may be late already: it wakes at once.
  if (!passTime(about, about.now, look)) look(turn.what);
}

/** Lets time pass until then: clocks wake, the flag runs out, the case ends. Returns whether there is nothing more to live. */
function passTime(about: SimulatedCase, until: IsoInstant, look: Look): boolean {
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

function hoursBetween(from: IsoInstant, to: IsoInstant): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}
