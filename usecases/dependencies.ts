import type { Logger } from 'pino';
import type { WallClock } from '../platform/clock.ts';
import type { Engine } from '../platform/engine.ts';
import type { Sealing } from '../store/content/sealing.ts';
import type { Store } from '../store/prismaClient.ts';

/** What every use case is given; made once when a process starts. */
export interface Dependencies {
  readonly store: Store;
  readonly sealing: Sealing;
  readonly engine: Engine;
  readonly clock: WallClock;
  readonly log: Logger;
  /** The host with which the Message-IDs of notices end that are written here. */
  readonly mailHost: string;
}
