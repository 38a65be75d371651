import { z } from 'zod';
import { commandFields, outsideDateSchema } from './moment.ts';
import { line, noteSchema } from './text.ts';

export const liveDateKinds = [
  'hearing',
  'dvpo',
  'nonMolestation',
  'occupation',
  'restraining',
  'dapo',
  'preChargeBail',
  'custodyRelease',
] as const;

export const liveDateOutcomes = [
  'convicted',
  'acquitted',
  'adjourned',
  'discontinued',
  'orderMade',
  'orderRefused',
  'orderVaried',
  'orderRevoked',
  'orderExpired',
  'orderBreached',
  'bailExtended',
  'bailChanged',
  'bailEnded',
  'charged',
  'noFurtherAction',
  'released',
  'other',
] as const;

const details = { where: line(200).optional().meta({ description: 'The court or prison.' }), note: noteSchema };

export const liveDateSchema = z
  .strictObject({
    ...commandFields,
    kind: z.enum(liveDateKinds),
    at: outsideDateSchema
      .optional()
      .meta({ description: 'When it takes place or ends; left out where nobody knows yet.' }),
    ...details,
  })
  .refine((body) => body.kind !== 'hearing' || body.at !== undefined, {
    path: ['at'],
    error: 'Say when the hearing is.',
  })
  .meta({ id: 'LiveDate' });

export const courtHearingSchema = z
  .strictObject({ ...commandFields, at: outsideDateSchema, ...details })
  .meta({ id: 'CourtHearing' });

export const liveDateOutcomeSchema = z
  .strictObject({ ...commandFields, outcome: z.enum(liveDateOutcomes), note: noteSchema })
  .meta({ id: 'LiveDateOutcome' });
