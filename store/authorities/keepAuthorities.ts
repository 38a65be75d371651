import type { IsoInstant } from '../../domain/calendar/time.ts';
import { asJson } from '../commands/asJson.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import type { EnteredSchoolYear, LocalAuthority } from './findAuthorities.ts';

/** Puts a local authority on record, or gives it another name and other services; false where another has its code. */
export async function keepAuthority(
  tx: Tx,
  { id, code, name, childrensServicesId }: Omit<LocalAuthority, 'places' | 'schoolYears'>,
): Promise<boolean> {
  const known = await tx.localAuthority.findUnique({ where: { code }, select: { id: true } });
  if (known && known.id !== id) return false;
  const change = { name, childrensServicesId };
  await tx.localAuthority.upsert({ where: { id }, create: { id, code, ...change }, update: change });
  return true;
}

/** Sets which places an authority covers, in place of those it did; gives those that are another's, and then sets nothing. */
export async function setPlaces(tx: Tx, authorityId: string, places: readonly string[]): Promise<readonly string[]> {
  const others = await tx.coveredPlace.findMany({
    where: { place: { in: [...places] }, authorityId: { not: authorityId } },
    orderBy: { place: 'asc' },
  });
  if (others.length > 0) return others.map(({ place }) => place);
  await tx.coveredPlace.deleteMany({ where: { authorityId } });
  await tx.coveredPlace.createMany({ data: places.map((place) => ({ place, authorityId })) });
  return [];
}

/** Enters the terms of a school year; one that was entered before stays in the record under its own edition. */
export async function addSchoolYear(
  tx: Tx,
  {
    terms,
    closed,
    ...entered
  }: Omit<EnteredSchoolYear, 'edition'> & {
    readonly id: string;
    readonly authorityId: string;
    readonly enteredAt: IsoInstant;
    readonly enteredById: string | null;
  },
): Promise<void> {
  const { authorityId, year, enteredAt } = entered;
  const edition = 1 + (await tx.schoolYear.count({ where: { authorityId, year } }));
  const data = { ...entered, edition, terms: asJson(terms), closed: asJson(closed), enteredAt: fromInstant(enteredAt) };
  await tx.schoolYear.create({ data });
}
