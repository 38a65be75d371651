import type { Directory, DirectoryEntry } from '../../domain/notices/directory.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';

/** Where to look for those who might be told: areas (of a transfer both), agencies that have to do with the case, and people by name. */
export interface DirectoryWanted {
  readonly areaIds: readonly (string | null)[];
  readonly agencyIds: readonly (string | null)[];
  readonly practitionerIds: readonly (string | null)[];
}

/**
 * Everybody who might be told about a case of an area: those appointed to it, to every area or to the agencies,
 * system administrators, the people named, and whoever covers for any of them. Dates are left to who asks.
 */
export async function directoryFor(tx: Tx, wanted: DirectoryWanted): Promise<Directory> {
  const areaIds = ids(wanted.areaIds);
  const agencyIds = ids(wanted.agencyIds);
  const named = ids(wanted.practitionerIds);
  return tx.$queryRaw<DirectoryEntry[]>(Prisma.sql`
    with recursive meant (id) as (
      select practitioner_id from appointment
      where role = 'systemAdministrator' or area_id = any(${areaIds}::uuid[]) or agency_id = any(${agencyIds}::uuid[])
        or (area_id is null and agency_id is null)
      union select unnest(${named}::uuid[])
      union select absence.cover_id from absence join meant on absence.practitioner_id = meant.id
      where absence.cover_id is not null)
    select p.id as "practitionerId", to_char(p.ends_on, 'YYYY-MM-DD') as "endsOn",
      (select coalesce(jsonb_agg(jsonb_build_object('role', a.role, 'areaId', a.area_id, 'agencyId', a.agency_id,
          'startsOn', a.starts_on, 'endsOn', a.ends_on) order by a.id), '[]')
        from appointment a where a.practitioner_id = p.id) as appointments,
      (select coalesce(jsonb_agg(jsonb_build_object('fromDate', b.from_date, 'untilDate', b.until_date,
          'coverId', b.cover_id) order by b.from_date, b.id), '[]')
        from absence b where b.practitioner_id = p.id) as absences
    from practitioner p join meant on meant.id = p.id order by p.id`);
}

function ids(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
