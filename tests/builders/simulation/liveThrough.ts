import { addHours } from '../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../domain/calendar/time.ts';
import { begin, tryIn, trySensiblyIn } from '../randomLife.ts';
import type { ReferralBuilder } from '../aReferral.ts';
import type { Rules, SimulatedCase } from '../simulatedCase.ts';
import type { Surroundings } from './surroundings.ts';
import { announceBankHoliday, changePolicy, outage, takeBack, type Turn } from './aWholeLife.ts';
import { leftWhileElsewhere } from './leftWhileElsewhere.ts';
import { type Look, passTime } from './passTime.ts';
import { takenOverByAnother } from './takenOverByAnother.ts';
import { Watcher } from './watcher.ts';
import { yearsAfter } from './yearsAfter.ts';

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
  // One life in ten begins there, and in most of these the case is given back at once; as many are taken over by another service.
  if (turns.length % 10 === 1) leftWhileElsewhere(about, look, turns.length % 20 === 1);
  if (turns.length % 10 === 2) takenOverByAnother(about, look, turns.length % 20 === 2);
  for (const turn of turns) {
    if (wrong !== null || about.state.stage === 'ended') break;
    take(about, turn, look);
  }
  // Of one that a death had held until then, it is taken back: what nobody decided of somebody who lives is undone.
  if (wrong === null && about.state.stage === 'ended' && about.state.frozen)
    look(
      about.send('takeBackDeath', { reasonId: 'reason-1' }).ok ? 'takeBackDeath' : 'the death of an ended case stays',
    );
  // The years until what is kept is reviewed are idle ones: they do not count as lived, and one life in three lives them.
  const days = hoursBetween(began, about.now) / 24;
  if (about.facts.length % 3 === 0) wrong ??= yearsAfter(about, rules);
  return { days, wrong, facts: about.facts, story };
}

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

function hoursBetween(from: IsoInstant, to: IsoInstant): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}
