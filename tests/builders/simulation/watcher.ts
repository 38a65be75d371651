import type { IsoInstant } from '../../../domain/calendar/time.ts';
import type { Clock } from '../../../domain/clocks/clock.ts';
import type { Ladder } from '../../../domain/clocks/ladder.ts';
import type { CaseFact, ClockFact } from '../../../domain/lifecycle/caseFact.ts';
import type { SimulatedCase } from '../simulatedCase.ts';
import { wrongInFact } from './wrongInFact.ts';
import { isPlannedAnew, ladderOf } from './wrongPlanning.ts';
import { wrongInStanding } from './wrongInStanding.ts';

/** What is remembered of a clock from one look to the next. */
export interface Followed {
  readonly clock: Clock;
  /** The ladder it goes by. */
  readonly ladder: Ladder;
  /** Rungs that fired, by round and number. */
  readonly fired: ReadonlySet<string>;
  /** When it last spoke or was armed. */
  readonly heardAt: IsoInstant;
}

/** Follows one case from step to step, and says in a sentence what must not be. */
export class Watcher {
  readonly #about: SimulatedCase;
  readonly #followed = new Map<string, Followed>();
  readonly #fired = new Map<string, Set<string>>();
  readonly #spoken = new Map<string, IsoInstant>();
  #seen = 0;
  /** Nobody can be blamed for silence while nothing ran, or while the case was silent. */
  #speaksSince: IsoInstant;

  constructor(about: SimulatedCase) {
    this.#about = about;
    this.#speaksSince = about.now;
  }

  /** Looks at the case after a step; null where everything is as it must be. */
  look(step: string): string | null {
    const about = this.#about;
    if (step === 'outage' || step === 'caughtUp' || about.state.silent) this.#speaksSince = about.now;
    const fresh = about.facts.slice(this.#seen);
    this.#seen = about.facts.length;
    for (const fact of fresh) {
      const wrong = wrongInFact(fact, about, this.#followed) ?? this.#twiceAtOnce(fact);
      if (wrong !== null) return `${fact.type}: ${wrong}`;
      this.#follow(fact);
    }
    return wrongInStanding(about, this.#followed, this.#speaksSince);
  }

  #follow(fact: CaseFact | ClockFact): void {
    if (!('clock' in fact.data)) return;
    const { clock } = fact.data;
    const before = this.#followed.get(clock.id);
    const fired = this.#fired.get(clock.id) ?? new Set();
    if (fact.type === 'rungFired') fired.add(`${fact.data.round}/${fact.data.rung}`);
    this.#fired.set(clock.id, fired);
    const quiet =
      fact.type === 'clockReowned' ||
      fact.type === 'clockPaused' ||
      (fact.type === 'clockMoved' && isPlannedAnew(fact));
    const heardAt = quiet && before ? before.heardAt : this.#about.now;
    this.#followed.set(clock.id, { clock, ladder: ladderOf(clock, this.#about), fired, heardAt });
  }

  /** An outage, a take-over or a late record is never a flood: a clock speaks once, by its highest rung. */
  #twiceAtOnce(fact: CaseFact | ClockFact): string | null {
    if (fact.type !== 'rungFired') return null;
    const { clock, round } = fact.data;
    const voice = `${clock.id}/${round}`;
    const twice = this.#spoken.get(voice) === this.#about.now;
    this.#spoken.set(voice, this.#about.now);
    return twice ? `${clock.kind} spoke twice at once` : null;
  }
}
