import { z } from 'zod';
import { adviserKinds } from '../domain/lifecycle/facts/support.ts';
import { dateSchema } from './moment.ts';
import { line, practitionerSchema, reasonSchema } from './text.ts';

export const adviserProfileSchema = z
  .strictObject({
    ftePercent: z
      .int()
      .min(1)
      .max(100)
      .meta({ description: 'Hundredths of a full-time post: 60 for three days of five.' }),
    kinds: z.array(z.enum(adviserKinds)).min(1).max(adviserKinds.length),
    languages: z.array(line(60)).max(20).default([]).meta({ description: 'Languages beside English.' }),
  })
  .meta({ id: 'AdviserProfile' });
export type AdviserProfileBody = z.output<typeof adviserProfileSchema>;

export const absenceSchema = z
  .strictObject({
    practitioner: practitionerSchema,
    from: dateSchema,
    until: dateSchema.meta({ description: 'The last day away, included.' }),
    cover: practitionerSchema.optional().meta({
      description: 'Who stands in: sees the cases, has the tasks and gets the mail on these days.',
    }),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'The last day lies before the first.' })
  .refine(({ practitioner, cover }) => practitioner !== cover, {
    path: ['cover'],
    error: 'Nobody can stand in for themselves.',
  })
  .meta({ id: 'NewAbsence' });
export type AbsenceBody = z.output<typeof absenceSchema>;

export const caseloadHandoverSchema = z
  .strictObject({
    from: practitionerSchema,
    to: practitionerSchema,
    reason: reasonSchema,
    cases: z.array(z.string().max(20)).min(1).max(500).optional().meta({
      description: 'References of the cases to give away. Left out: everything the adviser has.',
    }),
  })
  .refine(({ from, to }) => from !== to, { path: ['to'], error: 'That is the same adviser.' })
  .meta({ id: 'NewCaseloadHandover' });
export type CaseloadHandoverBody = z.output<typeof caseloadHandoverSchema>;
