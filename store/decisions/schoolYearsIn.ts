import type { SchoolYear } from '../../domain/calendar/schoolDays.ts';

/** A school year as Postgres writes it into JSON. */
export interface SchoolYearRow extends SchoolYear {
  readonly authorityId: string;
}

/** The school years that count, by local authority. */
export function schoolYearsIn(rows: readonly SchoolYearRow[]): ReadonlyMap<string, readonly SchoolYear[]> {
  const years = new Map<string, SchoolYear[]>();
  for (const { authorityId, ...year } of rows) years.set(authorityId, [...(years.get(authorityId) ?? []), year]);
  return years;
}
