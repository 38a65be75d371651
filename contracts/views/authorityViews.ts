import { z } from 'zod';
import { textOrNull } from './parts.ts';

export const schoolYearView = z
  .object({
    year: z.string(),
    edition: z.int().meta({ description: 'How often the year was entered: the last one counts.' }),
    terms: z.array(z.object({ from: z.iso.date(), until: z.iso.date() })),
    closed: z.array(z.object({ date: z.iso.date(), name: z.string() })),
    source: z.string(),
  })
  .meta({ id: 'SchoolYearRecord' });

export const authorityView = z
  .object({
    code: z.string(),
    name: z.string(),
    childrensServices: textOrNull,
    places: z.array(z.string()),
    schoolYears: z.array(schoolYearView),
  })
  .meta({ id: 'LocalAuthority' });
export type AuthorityView = z.output<typeof authorityView>;
