import type { IsoInstant } from '../../domain/calendar/time.ts';
import { CaseMaker } from './caseMaker.ts';
import { readingDeps, type ReadingDeps } from './readingDeps.ts';
import { type SeededStore, seededStore } from './seededStore.ts';

/** A seeded store with what makes cases in it and what reads them. */
export interface MadeCases {
  readonly store: SeededStore['store'];
  readonly make: CaseMaker;
  readonly reading: ReadingDeps;
  /** The database as its owner, who may ask for statistics of it. */
  readonly ownerUrl: string;
  end(): Promise<void>;
}

/** For making cases of 2 March 2026 and reading them at a later moment that stands still. */
export async function madeCases(now: IsoInstant): Promise<MadeCases> {
  const seeded = await seededStore();
  const reading = readingDeps(seeded.store, now);
  return {
    store: seeded.store,
    make: new CaseMaker(seeded),
    reading,
    ownerUrl: seeded.database.ownerUrl,
    end: () => seeded.end(),
  };
}
