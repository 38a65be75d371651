import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import type { Refusal } from '../../domain/lifecycle/refusal.ts';
import type { EngineFactOf } from '../../domain/matters/engineFact.ts';
import type { MatterCommand } from '../messages.ts';

/** What came of recording a decision; `behind` means that another writer was first. */
export type Recorded<F> =
  | { readonly status: 'recorded'; readonly answer: CommandAnswer; readonly facts: readonly EngineFactOf<F>[] }
  | { readonly status: 'behind'; readonly facts: readonly EngineFactOf<F>[] }
  | { readonly status: 'superseded' };

/** A decision on its way to the store; `commandId` is null for what the matter does by itself. */
export interface Decided<T, P> {
  readonly version: number;
  readonly commandId: string | null;
  readonly commandType: T;
  readonly occurred: Occurred;
  readonly recordedAt: IsoInstant;
  readonly decision: P | Refusal;
}

/**
 * What makes a kind of matter what it is: `S` is its state, `C` its commands, `F` its facts, `P` what it proposes.
 * Everything else, the queue, the alarm and the loop of deciding and recording, is the same for all.
 */
export interface MatterLife<S, C extends MatterCommand, F, P> {
  /** The state to begin with. */
  readonly state: S;
  /** A run ends after so many events of history, where the engine does not ask for it first; null: only then. */
  readonly mostEvents: number | null;
  hasEnded(state: S): boolean;
  /** What the matter does by itself now; null where there is nothing. */
  byItself(state: S, now: IsoInstant): Pick<C, 'type' | 'payload'> | null;
  nextWake(state: S, now: IsoInstant): IsoInstant | null;
  decide(
    state: S,
    command: Pick<C, 'type' | 'payload'>,
    when: { readonly occurred: Occurred; readonly now: IsoInstant },
  ): P | Refusal;
  record(decided: Decided<C['type'], P>): Promise<Recorded<F>>;
  fire(seen: {
    readonly version: number;
    readonly now: IsoInstant;
  }): Promise<
    { readonly status: 'fired'; readonly facts: readonly EngineFactOf<F>[] } | { readonly status: 'superseded' }
  >;
  park(parked: {
    readonly commandId: string | null;
    readonly commandType: string;
    readonly problem: string;
    readonly at: IsoInstant;
  }): Promise<void>;
  evolve(state: S, facts: readonly EngineFactOf<F>[]): S;
  /** What a fact leads to in other workflows; `commandId` is the command it came of, where this workflow decided it. */
  setOff(fact: F, state: S, commandId: string | null): readonly Promise<void>[];
  /** Goes on in a new run. */
  goOn(state: S): Promise<never>;
}
