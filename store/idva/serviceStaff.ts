import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, fromIsoDate, toIsoDate } from '../time.ts';

/** Which of these people work for an IDVA service on a London day: as its advisers, or as its managers. */
export async function staffOf(
  tx: Tx,
  serviceId: string,
  ids: readonly string[],
  on: IsoDate,
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select distinct p.id from practitioner p join appointment a on a.practitioner_id = p.id
    where p.id = any(${[...ids]}::uuid[]) and (p.ends_on is null or p.ends_on >= ${on}::date)
      and a.agency_id = ${serviceId}::uuid and a.role in ('idva', 'idvaServiceManager')
      and a.starts_on <= ${on}::date and (a.ends_on is null or a.ends_on >= ${on}::date)`);
  return new Set(rows.map(({ id }) => id));
}

export interface NewProfile {
  readonly practitionerId: string;
  readonly ftePercent: number;
  readonly kinds: readonly string[];
  readonly languages: readonly string[];
  readonly enteredById: string;
  readonly enteredAt: IsoInstant;
}

/** Sets what a service knows of one of its advisers, in place of what it knew. */
export async function setProfile(tx: Tx, { practitionerId, ...profile }: NewProfile): Promise<void> {
  const { kinds, languages, enteredAt } = profile;
  const data = { ...profile, kinds: [...kinds], languages: [...languages], enteredAt: fromInstant(enteredAt) };
  await tx.adviserProfile.upsert({ where: { practitionerId }, create: { practitionerId, ...data }, update: data });
}

export interface StaffAbsence {
  readonly id: string;
  readonly practitionerId: string;
  readonly coverId: string | null;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/** Puts an absence on record. */
export async function addAbsence(tx: Tx, { from, until, ...absence }: StaffAbsence): Promise<void> {
  await tx.absence.create({ data: { ...absence, fromDate: fromIsoDate(from), untilDate: fromIsoDate(until) } });
}

/** An absence by its id, or null. */
export async function absenceById(tx: Tx, id: string): Promise<StaffAbsence | null> {
  const row = await tx.absence.findUnique({ where: { id } });
  if (!row) return null;
  const { practitionerId, coverId, fromDate, untilDate } = row;
  return { id, practitionerId, coverId, from: toIsoDate(fromDate), until: toIsoDate(untilDate) };
}

/** More than a service has people; beyond it only what is far off is left out. */
const mostAbsences = 200;

/** The absences of a service's people that have not ended on a London day, the next first. */
export async function absencesFrom(tx: Tx, serviceId: string, on: IsoDate): Promise<readonly StaffAbsence[]> {
  const rows = await tx.$queryRaw<
    { id: string; practitionerId: string; coverId: string | null; from: Date; until: Date }[]
  >(Prisma.sql`
    select b.id, b.practitioner_id as "practitionerId", b.cover_id as "coverId", b.from_date as "from",
      b.until_date as "until" from absence b
    where b.until_date >= ${on}::date and exists (select 1 from appointment a
      where a.practitioner_id = b.practitioner_id and a.agency_id = ${serviceId}::uuid
        and a.role in ('idva', 'idvaServiceManager'))
    order by b.from_date, b.id limit ${mostAbsences}`);
  return rows.map(({ from, until, ...row }) => ({ ...row, from: toIsoDate(from), until: toIsoDate(until) }));
}
