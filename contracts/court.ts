import { z } from 'zod';
import {
  adjournmentReasons,
  milestoneResults,
  milestones,
  proceedingKinds,
  proceedingOutcomes,
} from '../domain/court/codes.ts';
import { commandFields, dateSchema, outsideDateSchema } from './moment.ts';
import { toldFields } from './safeContact.ts';
import { idSchema, line, noteSchema, practitionerSchema, reasonSchema } from './text.ts';

export const proceedingSchema = z
  .strictObject({
    ...commandFields,
    kind: z.enum(proceedingKinds),
    court: line(200).optional().meta({ description: 'Which court.' }),
    specialist: z.boolean().default(false).meta({ description: 'Before a specialist domestic violence court.' }),
    startedOn: dateSchema.optional().meta({ description: 'The day on which it began. Left out: when this happened.' }),
    note: noteSchema,
  })
  .meta({ id: 'Proceeding' });

export const milestoneSchema = z
  .strictObject({
    ...commandFields,
    milestone: z.enum(milestones),
    result: z.enum(milestoneResults).optional(),
    note: noteSchema,
  })
  .meta({ id: 'Milestone' });

export const proceedingEndSchema = z
  .strictObject({ ...commandFields, outcome: z.enum(proceedingOutcomes), note: noteSchema })
  .meta({ id: 'ProceedingEnd' });

const goesAlong = z
  .array(practitionerSchema)
  .max(5)
  .refine((ids) => new Set(ids).size === ids.length, 'Somebody is named twice.');

export const courtHearingSchema = z
  .strictObject({
    ...commandFields,
    at: outsideDateSchema,
    proceedingId: idSchema.optional().meta({ description: 'The proceedings it belongs to, where they are recorded.' }),
    goesAlong: goesAlong.default([]).meta({ description: 'Who goes along; the first is reminded.' }),
    watchedBy: practitionerSchema
      .optional()
      .meta({ description: 'The post that watches it, where the case is closed.' }),
    where: line(200).optional().meta({ description: 'The court.' }),
    note: noteSchema,
  })
  .meta({ id: 'CourtHearing' });

export const adjournmentSchema = z
  .strictObject({
    ...commandFields,
    to: outsideDateSchema.optional().meta({ description: 'The new date; left out where there is none yet.' }),
    because: z.enum(adjournmentReasons),
    note: noteSchema,
  })
  .meta({ id: 'Adjournment' });

export const hearingCompanySchema = z
  .strictObject({
    ...commandFields,
    goesAlong: goesAlong.meta({ description: 'Who goes along; the first is reminded. Nobody, where it is empty.' }),
  })
  .meta({ id: 'HearingCompany' });

export const resultToldSchema = z
  .discriminatedUnion('result', [
    z.strictObject({ ...commandFields, result: z.literal('told'), note: noteSchema, ...toldFields }),
    z.strictObject({ ...commandFields, result: z.literal('noSafeWay'), reason: reasonSchema }),
  ])
  .meta({ id: 'ResultTold' });
