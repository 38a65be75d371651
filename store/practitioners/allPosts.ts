import type { DatedPost } from '../../domain/access/postsThatEnd.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';

/** Every post anybody holds or has held, with the last day of the post or of their work here, whichever comes sooner. */
export async function allPosts(tx: Reads): Promise<readonly DatedPost[]> {
  return tx.$queryRaw<DatedPost[]>(Prisma.sql`
    select a.role, a.area_id as "areaId", a.agency_id as "agencyId", to_char(a.starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(least(a.ends_on, p.ends_on), 'YYYY-MM-DD') as "endsOn"
    from appointment a join practitioner p on p.id = a.practitioner_id`);
}
