import { z } from 'zod';
import { dashSchema } from './assessment.ts';
import { commandFields } from './moment.ts';
import { contactMedia } from './safeContact.ts';
import { narrative, noteSchema, practitionerSchema, reasonSchema } from './text.ts';

export const allocationSchema = z
  .strictObject({ ...commandFields, adviser: practitionerSchema })
  .meta({ id: 'Allocation' });

export const contactAttemptSchema = z
  .strictObject({
    ...commandFields,
    result: z.enum(['spoke', 'noAnswer', 'messageLeft', 'wrongNumber', 'someoneElseAnswered', 'unsafe']).meta({
      description: '"unsafe" stops all contact with this victim until the service manager decides.',
    }),
    medium: z.enum(contactMedia),
    by: practitionerSchema.optional().meta({ description: 'Who tried. Left out: whoever sends this.' }),
    note: noteSchema,
  })
  .meta({ id: 'ContactAttempt' });

export const contactDecisionSchema = z
  .strictObject({ ...commandFields, decision: z.enum(['resumed', 'ended']), reason: reasonSchema })
  .meta({ id: 'ContactDecision' });

export const attemptsDecisionSchema = z
  .strictObject({ ...commandFields, decision: z.enum(['continue', 'stop']), reason: reasonSchema })
  .meta({ id: 'AttemptsDecision' });

export const engagementSchema = z
  .strictObject({
    ...commandFields,
    status: z.enum(['engaged', 'dormant', 'declined', 'disengaged', 'unableToContact']),
    note: noteSchema,
  })
  .meta({ id: 'Engagement' });

export const safetyPlanSchema = z
  .strictObject({
    ...commandFields,
    plan: narrative(20_000).meta({ description: 'The plan for the victim and the children.' }),
  })
  .meta({ id: 'SafetyPlan' });

export const riskReviewSchema = z
  .strictObject({
    ...commandFields,
    change: z.enum(['lower', 'same', 'higher']),
    assessment: dashSchema.optional(),
    note: noteSchema,
  })
  .meta({ id: 'RiskReview' });

export const outcomeToldSchema = z
  .discriminatedUnion('result', [
    z.strictObject({ ...commandFields, result: z.literal('told'), note: noteSchema }),
    z.strictObject({ ...commandFields, result: z.literal('noSafeWay'), reason: reasonSchema }),
  ])
  .meta({ id: 'OutcomeTold' });

export const referrerToldSchema = z
  .strictObject({ ...commandFields, about: z.enum(['screening', 'meeting']), note: noteSchema })
  .meta({ id: 'ReferrerTold' });

export const supportEndSchema = z
  .strictObject({
    ...commandFields,
    status: z.enum(['planned', 'unableToContact', 'moved', 'declined']),
    note: noteSchema,
  })
  .meta({ id: 'SupportEnd' });
