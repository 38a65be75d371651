import type { IsoInstant } from '../domain/calendar/time.ts';
import type { Store } from './prismaClient.ts';
import { fromInstant } from './time.ts';

export interface StoreReadiness {
  readonly database: boolean;
  readonly migrations: boolean;
  readonly worker: boolean;
}

/** Whether the database answers, has the tables this program was built for, and has seen a worker since a moment. */
export async function storeReadiness({ prisma }: Store, workerSince: IsoInstant): Promise<StoreReadiness> {
  try {
    await prisma.$queryRaw`select 1`;
  } catch {
    return { database: false, migrations: false, worker: false };
  }
  try {
    const worker = await prisma.heartbeat.count({
      where: { process: { startsWith: 'worker' }, seenAt: { gte: fromInstant(workerSince) } },
    });
    // The last table and column of the schema: where they can be read, every migration before has run.
    await prisma.notice.findFirst({ select: { settledById: true } });
    return { database: true, migrations: true, worker: worker > 0 };
  } catch {
    return { database: true, migrations: false, worker: false };
  }
}
