import type { Role } from '../../domain/access/role.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import { isInForce } from './actorOf.ts';

/** Somebody who is away today, until when, and who stands in for them. */
export interface Away {
  readonly name: string;
  readonly untilDate: IsoDate;
  /** Null where nobody does. */
  readonly cover: string | null;
}

/** Who holds one of these posts and is away on a London date, in these areas (or for all of them), by name. */
export async function whoIsAway(
  tx: Reads,
  {
    roles,
    areas,
    today,
  }: { readonly roles: readonly Role[]; readonly areas: 'all' | readonly string[]; readonly today: IsoDate },
): Promise<readonly Away[]> {
  const there =
    areas === 'all' ? Prisma.sql`true` : Prisma.sql`(a.area_id is null or a.area_id = any(${[...areas]}::uuid[]))`;
  return tx.$queryRaw<Away[]>(Prisma.sql`
    select p.name, away.until_date::text as "untilDate", cover.name as cover
    from absence away join practitioner p on p.id = away.practitioner_id
      left join practitioner cover on cover.id = away.cover_id
    where away.from_date <= ${today}::date and away.until_date >= ${today}::date
      and exists (select 1 from appointment a where a.practitioner_id = p.id and a.role = any(${[...roles]}::text[])
        and ${there} and ${isInForce(today)})
    order by p.name, away.id`);
}
