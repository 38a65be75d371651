import type { IsoDate, IsoInstant, Occurred } from '../calendar/time.ts';
import type { EngineFactOf, StandingClock } from './engineFact.ts';

/** What has a record of its own, takes commands one after the other and has clocks: a case and a meeting live as one workflow each. */
export const matterTypes = ['case', 'meeting', 'assessment'] as const;
export type MatterType = (typeof matterTypes)[number];

/** What can be said of any matter: a name in the past tense, when it happened, and ids, codes and dates. */
export interface AnyFact {
  readonly type: string;
  readonly occurred: Occurred;
  readonly data: object;
}

/** What the workflow of any matter knows at least: a fold over recorded facts. */
export interface MatterState {
  /** The number of the last recorded fact this state has seen. */
  readonly version: number;
  /** Nothing happens by itself, and nobody is told anything: history that is being taken over. */
  readonly silent: boolean;
  readonly clocks: Readonly<Record<string, StandingClock>>;
}

/** What boards see of any matter at least: a fold over its facts, one row of the read model. */
export interface MatterStanding {
  readonly id: string;
  readonly areaId: string;
  readonly silent: boolean;
  /** The meeting it is listed on, for clocks that count back from one. */
  readonly meetingOn?: IsoDate | null;
  /** The day it is held on, where it is a meeting. */
  readonly onDate?: IsoDate;
}

/** What a workflow proposes: facts it is sure of, and what it asks of the store. */
export interface ProposalOf<F, A> {
  readonly ok: true;
  readonly facts: readonly F[];
  readonly asks: readonly A[];
}

/** The clocks of a matter after one more fact about one of them. */
export function clocksAfter(
  clocks: Readonly<Record<string, StandingClock>>,
  { clock, ended }: Extract<EngineFactOf<never>, { clock: unknown }>,
): Record<string, StandingClock> {
  const left = { ...clocks };
  if (ended) delete left[clock.id];
  else left[clock.id] = clock;
  return left;
}

/** The next moment for which one of the clocks of a matter asks; null where none does, or while it is silent. */
export function nextClockWake({ silent, clocks }: MatterState): IsoInstant | null {
  if (silent) return null;
  let first: IsoInstant | null = null;
  for (const { wakeAt } of Object.values(clocks))
    if (wakeAt !== null && (first === null || wakeAt < first)) first = wakeAt;
  return first;
}
