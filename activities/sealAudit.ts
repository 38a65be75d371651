import { log } from '@temporalio/activity';
import { addAnchor, lastAnchor } from '../platform/anchorFile.ts';
import { lastSeal, sealByNumber } from '../store/audit/seal.ts';
import { sealedTables } from '../store/audit/sealedRow.ts';
import { CountedBack, sealNext } from '../store/audit/sealNext.ts';
import { beat } from '../store/heartbeats/beat.ts';
import type { Store } from '../store/prismaClient.ts';
import type { WallClock } from '../platform/clock.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { longWork } from './longWork.ts';

/** Seals of one table in one round at most: a first round over years of audit goes on in the next. */
const mostSeals = 500;

/** The database does not hold what the anchor remembers: it was tampered with, or restored to an earlier time. */
export class AnchorDiffers extends Error {
  override name = 'AnchorDiffers';
}

/** One round of sealing; gives how many rows were sealed. */
export const sealAudit =
  ({ store, anchorFile, reconciling }: ActivityDependencies) =>
  (): Promise<number> =>
    longWork(async () => {
      try {
        return await sealRound(store, anchorFile, reconciling.clock);
      } catch (error) {
        // Nothing else stands still meanwhile, so somebody has to hear of it from here.
        if (error instanceof AnchorDiffers || error instanceof CountedBack) log.error(error.message);
        throw error;
      }
    });

/**
 * Seals every finished row that has no seal yet and writes the tip outside the database. Where the database does not
 * hold what the anchor remembers, nothing is sealed: a new chain over a cut one would hide the cut.
 */
export async function sealRound(store: Store, anchorFile: string, clock: WallClock): Promise<number> {
  const anchored = lastAnchor(anchorFile);
  if (anchored && (await sealByNumber(store.prisma, anchored.number))?.hash !== anchored.hash)
    throw new AnchorDiffers(`Seal ${anchored.number} of the anchor is not in the database. Run npm run audit:verify.`);
  let rows = 0;
  for (const table of sealedTables) {
    for (let count = 0; count < mostSeals; count += 1) {
      const seal = await sealNext(store, table, clock.now());
      if (!seal) break;
      rows += seal.rowIds.length;
    }
  }
  const tip = await lastSeal(store.prisma);
  if (tip && tip.number !== anchored?.number) {
    const { number, hash, sealedAt } = tip;
    addAnchor(anchorFile, { number, hash, sealedAt });
  }
  await beat(store.prisma, 'auditSealer', clock.now());
  return rows;
}
