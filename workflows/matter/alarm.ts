import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { epochMs } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';

/**
 * The one timer of a workflow. Setting it to the moment it is set for already costs nothing, so that a command which
 * changes no date leaves no trace of a timer in the history.
 */
export class Alarm {
  #setFor: IsoInstant | null = null;
  #scope: CancellationScope | null = null;
  #rang = false;

  /** Rings at an instant, or not at all; an earlier setting no longer counts. */
  set(at: IsoInstant | null): void {
    if (at === this.#setFor) return;
    this.#scope?.cancel();
    this.#setFor = at;
    this.#scope = null;
    this.#rang = false;
    if (at === null) return;
    const scope = new CancellationScope();
    this.#scope = scope;
    // Never zero: a moment that has passed still needs one turn of the engine, in which commands are taken first.
    const wait = Math.max(epochMs(at) - Date.now(), 1);
    scope
      .run(() => sleep(wait))
      .then(() => this.#ring(scope))
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  get rang(): boolean {
    return this.#rang;
  }

  /** Says that the ring was heard; the alarm is then set for nothing. */
  heard(): void {
    this.#setFor = null;
    this.#scope = null;
    this.#rang = false;
  }

  #ring(scope: CancellationScope): void {
    if (this.#scope === scope) this.#rang = true;
  }
}
