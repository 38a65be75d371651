import { z } from 'zod';
import { dateSchema } from './moment.ts';
import { agencySchema, codeSchema, line } from './text.ts';

export const authoritySchema = codeSchema.meta({ description: 'The code of a local authority.', example: 'kent' });

/** A postcode district or sector: the part of a postcode before the blank, or with one more figure after it. */
const placeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .transform((place) => place.replaceAll(/\s+/g, ' '))
  .pipe(
    z
      .string()
      .regex(/^[A-Z]{1,2}\d[A-Z\d]?( \d)?$/, 'A place is a postcode district like ME4, or a sector like ME2 4.'),
  );

const kept = {
  name: line(120).meta({ example: 'Kent County Council' }),
  childrensServices: agencySchema,
  places: z
    .array(placeSchema)
    .max(2_000)
    .refine((places) => new Set(places).size === places.length, 'A place is named twice.')
    .meta({
      description: 'The postcode districts it covers, or sectors of them; the narrower counts.',
      example: ['ME14', 'ME15', 'ME2 4'],
    }),
};
export const authorityChangeSchema = z.strictObject(kept).meta({ id: 'LocalAuthorityChange' });
export type AuthorityChangeBody = z.output<typeof authorityChangeSchema>;
export const newAuthoritySchema = z.strictObject({ code: codeSchema, ...kept }).meta({ id: 'NewLocalAuthority' });
export type NewAuthorityBody = z.output<typeof newAuthoritySchema>;

const yearPattern = /^\d{4}\/\d\d$/;

const termSchema = z
  .strictObject({
    from: dateSchema.meta({ description: 'The first day.' }),
    until: dateSchema.meta({ description: 'The last day.' }),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'The last day lies before the first.' });

/** The terms of a school year, each beginning after the one before; half terms and holidays lie between them. */
export const schoolYearSchema = z
  .strictObject({
    year: z.string().regex(yearPattern, 'Write the year like 2026/27.').meta({ example: '2026/27' }),
    terms: z.array(termSchema).min(1, 'Write at least one term.').max(8),
    closed: z
      .array(z.strictObject({ date: dateSchema, name: line(80) }))
      .max(30)
      .default([])
      .meta({ description: 'Days in term on which the schools stay shut: in-service days and others.' }),
    source: line(200).meta({ description: 'Who published the dates, and when.' }),
  })
  .refine(({ year }) => isOfTwoYears(year), {
    path: ['year'],
    error: 'A school year has two years that follow each other, like 2026/27.',
  })
  .refine(({ terms }) => terms.every(({ from }, n) => n === 0 || from > (terms[n - 1]?.until ?? '')), {
    path: ['terms'],
    error: 'Each term begins after the end of the one before.',
  })
  .refine(({ year, terms }) => terms.every((term) => isInYear(year, term)), {
    path: ['terms'],
    error: 'Each term lies within the school year, from August to the end of the next July.',
  })
  .refine(
    ({ terms, closed }) => closed.every(({ date }) => terms.some((term) => term.from <= date && date <= term.until)),
    {
      path: ['closed'],
      error: 'A day on which the schools stay shut lies within a term.',
    },
  )
  .meta({ id: 'SchoolYear' });
export type SchoolYearBody = z.output<typeof schoolYearSchema>;

/** The two years of `2026/27`; null where it is written otherwise, which its own rule says. */
function yearsOf(year: string): readonly [first: number, second: number] | null {
  return yearPattern.test(year) ? [Number(year.slice(0, 4)), Number(year.slice(5))] : null;
}

function isOfTwoYears(year: string): boolean {
  const years = yearsOf(year);
  return years === null || years[1] === (years[0] + 1) % 100;
}

function isInYear(year: string, { from, until }: { readonly from: string; readonly until: string }): boolean {
  const years = yearsOf(year);
  return years === null || (from >= `${years[0]}-08-01` && until <= `${years[0] + 1}-07-31`);
}
