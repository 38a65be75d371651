import { z } from 'zod';
import { bailAuthorities, dateChanges, orderConditions, reviewReasons } from '../domain/court/codes.ts';
import { commandFields, outsideDateSchema } from './moment.ts';
import { agencySchema, idSchema, line, narrative, noteSchema, practitionerSchema } from './text.ts';

export const liveDateKinds = [
  'hearing',
  'dvpn',
  'dapn',
  'dvpo',
  'nonMolestation',
  'occupation',
  'restraining',
  'dapo',
  'preChargeBail',
  'releasedUnderInvestigation',
  'custodyRelease',
  'claresLaw',
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
  'releasedUnderInvestigation',
  'charged',
  'noFurtherAction',
  'released',
  'disclosed',
  'notDisclosed',
  'withdrawn',
  'other',
] as const;

const conditions = z
  .array(z.enum(orderConditions))
  .max(orderConditions.length)
  .refine((codes) => new Set(codes).size === codes.length, 'A condition is named twice.');
const authorisedBy = z.enum(bailAuthorities).optional().meta({ description: 'Who authorised the bail.' });
const enhancedRights = z.boolean().default(true).meta({
  description: 'Enhanced rights are usual in domestic abuse: the victim is told in 1 working day, else in 5.',
});

export const liveDateSchema = z
  .strictObject({
    ...commandFields,
    kind: z.enum(liveDateKinds),
    at: outsideDateSchema
      .optional()
      .meta({ description: 'When it takes place or ends; left out where nobody knows, or it has no end.' }),
    from: outsideDateSchema.optional().meta({
      description:
        'When the order was made, the notice served, bail granted, the application received. Left out: when this happened.',
    }),
    conditions: conditions.default([]),
    agency: agencySchema.optional().meta({
      description: 'Who has to bring a notice to court or to answer an application.',
    }),
    authorisedBy,
    enhancedRights,
    proceedingId: idSchema.optional(),
    watchedBy: practitionerSchema
      .optional()
      .meta({ description: 'The post that watches it, where the case is closed.' }),
    where: line(200).optional().meta({ description: 'The court or prison.' }),
    note: noteSchema,
  })
  .refine((body) => body.kind !== 'hearing' || body.at !== undefined, {
    path: ['at'],
    error: 'Say when the hearing is.',
  })
  .meta({ id: 'LiveDate' });

export const liveDateOutcomeSchema = z
  .strictObject({ ...commandFields, outcome: z.enum(liveDateOutcomes), enhancedRights, note: noteSchema })
  .meta({ id: 'LiveDateOutcome' });

export const liveDateMoveSchema = z
  .strictObject({
    ...commandFields,
    to: outsideDateSchema.meta({ description: 'When it takes place or ends now.' }),
    because: z.enum(dateChanges),
    conditions: conditions.optional().meta({ description: 'Left out: as they were.' }),
    authorisedBy,
    enhancedRights,
    note: noteSchema,
  })
  .meta({ id: 'LiveDateMove' });

export const liveDateReviewSchema = z
  .strictObject({
    ...commandFields,
    because: z.enum(reviewReasons),
    change: z.enum(['lower', 'same', 'higher']),
    note: noteSchema,
  })
  .meta({ id: 'LiveDateReview' });

export const breachSchema = z
  .strictObject({
    ...commandFields,
    conditions: conditions.default([]).meta({ description: 'Which conditions were not kept.' }),
    whatHappened: narrative(10_000),
  })
  .meta({ id: 'Breach' });
