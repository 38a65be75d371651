import { sealRound } from '../../activities/sealAudit.ts';
import { systemClock, type WallClock } from '../../platform/clock.ts';
import { countUnsealed } from '../../store/audit/checkSeals.ts';
import { sealedTables } from '../../store/audit/sealedRow.ts';
import type { Store } from '../../store/prismaClient.ts';

/** Seals rounds until every row has a seal: a transaction of any other database on the server may hold back the last ones. */
export async function sealAll(store: Store, anchorFile: string, clock: WallClock = systemClock): Promise<void> {
  for (;;) {
    await sealRound(store, anchorFile, clock);
    const open = await Promise.all(sealedTables.map((table) => countUnsealed(store.prisma, table)));
    if (open.every((count) => count === 0)) return;
  }
}
