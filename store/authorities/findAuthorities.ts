import type { SchoolYear } from '../../domain/calendar/schoolDays.ts';
import type { Tx } from '../prismaClient.ts';

/** A local authority with the places it covers and its school years as they were last entered, the latest first. */
export interface LocalAuthority {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly childrensServicesId: string;
  readonly places: readonly string[];
  readonly schoolYears: readonly EnteredSchoolYear[];
}

/** A school year as it was entered: `2026/27`, from what source. */
export interface EnteredSchoolYear extends Pick<SchoolYear, 'terms' | 'closed'> {
  readonly year: string;
  readonly edition: number;
  readonly source: string;
}

/** Every local authority, by name. */
export async function allAuthorities(tx: Tx): Promise<readonly LocalAuthority[]> {
  const [authorities, places, years] = await Promise.all([
    tx.localAuthority.findMany({ orderBy: { name: 'asc' } }),
    tx.coveredPlace.findMany({ orderBy: { place: 'asc' } }),
    tx.schoolYear.findMany({ distinct: ['authorityId', 'year'], orderBy: [{ year: 'desc' }, { edition: 'desc' }] }),
  ]);
  return authorities.map((authority) => ({
    ...authority,
    places: places.filter(({ authorityId }) => authorityId === authority.id).map(({ place }) => place),
    schoolYears: years
      .filter(({ authorityId }) => authorityId === authority.id)
      .map(({ year, edition, terms, closed, source }) => ({
        ...{ year, edition, source },
        terms: terms as unknown as SchoolYear['terms'],
        closed: closed as unknown as SchoolYear['closed'],
      })),
  }));
}
