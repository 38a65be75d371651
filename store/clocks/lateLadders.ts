import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { MatterType } from '../../domain/matters/matter.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';

/** What has a workflow that can be told to look: a case or a meeting. */
export interface MatterToWake {
  readonly about: MatterType;
  readonly id: string;
}

/**
 * Matters with a running clock whose next rung should have fired before a moment and has not, the longest late first.
 * What is silent fires nothing; what is parked looks again by itself, once a quarter of an hour; an assessment that
 * stands alone has no workflow and is looked at by its own watch.
 */
export async function lateLadders(tx: Tx, before: IsoInstant, limit: number): Promise<readonly MatterToWake[]> {
  return tx.$queryRaw<MatterToWake[]>(Prisma.sql`
    select coalesce(k.about, 'case') as about, k.case_id as id
    from clock k left join "case" c on c.id = k.case_id left join meeting m on m.id = k.case_id
    where k.next_rung_at < ${before}::timestamptz and k.status = 'running'
      and k.about is distinct from 'assessment'
      and not coalesce(c.silent, m.silent, false) and not coalesce(c.parked, m.parked, false)
    group by 1, 2 order by min(k.next_rung_at) limit ${limit}`);
}
