import type { SchoolYear } from '../domain/calendar/schoolDays.ts';

/** A local authority of development, with the postcode districts it covers. */
export interface DevelopmentAuthority {
  readonly code: string;
  readonly name: string;
  readonly childrensServices: string;
  readonly places: readonly string[];
}

/** Districts that belong to both counties are given to the one most of their people live in; an installation enters sectors there. */
export const developmentAuthorities: readonly DevelopmentAuthority[] = [
  {
    code: 'kent',
    name: 'Kent County Council',
    childrensServices: 'childrens-services-kent',
    places: [
      ...districts('CT', 1, 21),
      ...districts('DA', 1, 4),
      ...districts('DA', 9, 13),
      ...districts('ME', 9, 10),
      ...districts('ME', 12, 20),
      'ME6',
      ...districts('TN', 1, 4),
      ...districts('TN', 8, 18),
      ...districts('TN', 23, 30),
    ],
  },
  {
    code: 'medway',
    name: 'Medway Council',
    childrensServices: 'childrens-services-medway',
    places: [...districts('ME', 1, 5), ...districts('ME', 7, 8)],
  },
];

/** The terms by which school days are counted in development, for both authorities. */
export const developmentSchoolYears: readonly (Omit<SchoolYear, 'name'> & { readonly year: string })[] = [
  {
    year: '2026/27',
    terms: [
      { from: '2026-09-01', until: '2026-10-16' },
      { from: '2026-11-02', until: '2026-12-18' },
      { from: '2027-01-04', until: '2027-02-12' },
      { from: '2027-02-22', until: '2027-03-25' },
      { from: '2027-04-12', until: '2027-05-28' },
      { from: '2027-06-07', until: '2027-07-22' },
    ],
    closed: [{ date: '2026-09-01', name: 'In-service day' }],
  },
];
export const sourceOfTerms = 'Halfway Houses Primary School in Kent, read in November 2026; for development only';

function districts(area: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${area}${first + index}`);
}
