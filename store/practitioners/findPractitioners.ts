import type { Role } from '../../domain/access/role.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import type { Tx } from '../prismaClient.ts';

/** Somebody who works with the product, as colleagues find them: by name, post, area and agency. */
export interface Practitioner {
  readonly practitionerId: string;
  readonly name: string;
  readonly email: string;
  /** The last London day on which they work here; null while no end is known. */
  readonly endsOn: IsoDate | null;
  readonly appointments: readonly {
    readonly role: Role;
    readonly areaCode: string | null;
    readonly agencyCode: string | null;
  }[];
}

export interface PractitionerFilter {
  readonly role?: Role | undefined;
  readonly areaCode?: string | undefined;
  readonly agencyCode?: string | undefined;
}

/** Those who work here on a London date with an appointment that fits the filter, by name; appointments of that day. */
export async function listPractitioners(
  tx: Tx,
  { role, areaCode, agencyCode }: PractitionerFilter,
  today: IsoDate,
): Promise<Practitioner[]> {
  const fits = [
    ...(role ? [Prisma.sql`a.role = ${role}`] : []),
    ...(areaCode ? [Prisma.sql`area.code = ${areaCode}`] : []),
    ...(agencyCode ? [Prisma.sql`agency.code = ${agencyCode}`] : []),
  ];
  const where = fits.length === 0 ? Prisma.sql`true` : Prisma.join(fits, ' and ');
  return tx.$queryRaw<Practitioner[]>(Prisma.sql`
    select p.id as "practitionerId", p.name, p.email, to_char(p.ends_on, 'YYYY-MM-DD') as "endsOn",
      jsonb_agg(jsonb_build_object('role', a.role, 'areaCode', area.code, 'agencyCode', agency.code)
        order by a.role, area.code, agency.code) as appointments
    from practitioner p join appointment a on a.practitioner_id = p.id
      left join area on area.id = a.area_id left join agency on agency.id = a.agency_id
    where (p.ends_on is null or p.ends_on >= ${today}::date)
      and a.starts_on <= ${today}::date and (a.ends_on is null or a.ends_on >= ${today}::date)
    group by p.id having bool_or(${where}) order by p.name, p.id`);
}

/** Names by practitioner id, of people who have left too: who did something stays known. */
export async function practitionerNames(tx: Reads, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>(
    Prisma.sql`select id, name from practitioner where id = any(${[...new Set(ids)]}::uuid[])`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
