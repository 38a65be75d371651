import { z } from 'zod';
import {
  adviserKinds,
  type ContactResult,
  type EngagementStatus,
  exitAnswers,
  supportEnds,
} from '../domain/lifecycle/facts/support.ts';
import { safeContactParts } from '../domain/idva/takeOverSafeContact.ts';
import { dashSchema } from './assessment.ts';
import { commandFields } from './moment.ts';
import { contactMedia, outsideFields, safeContactSchema, toldFields } from './safeContact.ts';
import { idSchema, narrative, noteSchema, practitionerSchema, reasonSchema } from './text.ts';

/** What an attempt to reach the victim may come to. */
export const attemptResults = [
  'spoke',
  'noAnswer',
  'messageLeft',
  'wrongNumber',
  'someoneElseAnswered',
  'unsafe',
] as const satisfies readonly ContactResult[];

/** Where a victim may stand with the service. */
export const engagementStatuses = [
  'engaged',
  'dormant',
  'declined',
  'disengaged',
  'unableToContact',
] as const satisfies readonly EngagementStatus[];

export const allocationSchema = z
  .strictObject({
    ...commandFields,
    adviser: practitionerSchema,
    kind: z.enum(adviserKinds).default('community').meta({
      description: 'A victim may have one adviser of each kind. An allocation takes over the place of the same kind.',
    }),
    reason: reasonSchema.optional().meta({
      description: 'Needed where the adviser has no room left, or does not speak the victim’s language.',
    }),
  })
  .meta({ id: 'Allocation' });

export const contactAttemptSchema = z
  .strictObject({
    ...commandFields,
    result: z.enum(attemptResults).meta({
      description: '"unsafe" stops all contact with this victim until the service manager decides.',
    }),
    medium: z.enum(contactMedia),
    by: practitionerSchema.optional().meta({ description: 'Who tried. Left out: whoever sends this.' }),
    note: noteSchema,
    ...outsideFields,
    outsideSafeTimesBecause: reasonSchema.optional().meta({
      description: 'The same by its earlier name.',
      deprecated: true,
    }),
  })
  .meta({ id: 'ContactAttempt' });

export const safeContactChangeSchema = safeContactSchema.extend(commandFields).meta({ id: 'SafeContactChange' });

/** Answer by answer, so that what was made right is not lost with what a referral knows better. */
export const safeContactTakeOverSchema = z
  .strictObject({
    ...commandFields,
    take: z
      .array(z.enum(safeContactParts))
      .max(safeContactParts.length)
      .default([])
      .meta({ description: 'The answers that are taken over; all others stay as they stand.' }),
    reason: reasonSchema.optional().meta({ description: 'Needed where nothing is taken over.' }),
  })
  .refine(({ take, reason }) => take.length > 0 || reason !== undefined, {
    path: ['reason'],
    error: 'Say why nothing of it is taken over.',
  })
  .meta({ id: 'SafeContactTakeOver' });

export const contactDecisionSchema = z
  .strictObject({ ...commandFields, decision: z.enum(['resumed', 'ended']), reason: reasonSchema })
  .meta({ id: 'ContactDecision' });

export const attemptsDecisionSchema = z
  .strictObject({ ...commandFields, decision: z.enum(['continue', 'stop']), reason: reasonSchema })
  .meta({ id: 'AttemptsDecision' });

export const engagementSchema = z
  .strictObject({
    ...commandFields,
    status: z.enum(engagementStatuses),
    note: noteSchema,
  })
  .meta({ id: 'Engagement' });

export const safetyPlanSchema = z
  .strictObject({
    ...commandFields,
    plan: narrative(20_000).meta({ description: 'The whole of this version, for those it is for.' }),
    covers: z
      .strictObject({ victim: z.boolean(), children: z.array(idSchema).max(20) })
      .refine(({ victim, children }) => victim || children.length > 0, 'Say for whom the plan is.')
      .optional()
      .meta({ description: 'Whom it is for: the victim, children of the case by their ids. Left out: all of them.' }),
  })
  .meta({ id: 'SafetyPlan' });

export const safetyPlanReviewSchema = z
  .strictObject({
    ...commandFields,
    outcome: z.enum(['stands', 'changed']).meta({ description: '"changed": a new version follows.' }),
    note: noteSchema,
  })
  .meta({ id: 'SafetyPlanReview' });

export const victimViewSchema = z
  .strictObject({
    ...commandFields,
    view: narrative(10_000).meta({
      description: 'What the victim wants the meeting to know, in her words where possible.',
    }),
  })
  .meta({ id: 'VictimView' });

export const riskReviewSchema = z
  .strictObject({
    ...commandFields,
    assessment: dashSchema.meta({ description: 'A fresh checklist. The change is found from both counts.' }),
    note: noteSchema,
  })
  .meta({ id: 'RiskReview' });

export const outcomeToldSchema = z
  .discriminatedUnion('result', [
    z.strictObject({ ...commandFields, result: z.literal('told'), note: noteSchema, ...toldFields }),
    z.strictObject({ ...commandFields, result: z.literal('noSafeWay'), reason: reasonSchema }),
  ])
  .meta({ id: 'OutcomeTold' });

export const referrerToldSchema = z
  .strictObject({ ...commandFields, about: z.enum(['screening', 'meeting']), note: noteSchema })
  .meta({ id: 'ReferrerTold' });

export const supportEndSchema = z
  .strictObject({
    ...commandFields,
    status: z.enum(supportEnds),
    exit: z
      .strictObject({ feltSafer: z.enum(exitAnswers), abuseStopped: z.enum(exitAnswers) })
      .default({ feltSafer: 'notAsked', abuseStopped: 'notAsked' })
      .meta({ description: 'What the victim said at the end of support. Left out: not asked.' }),
    note: noteSchema,
  })
  .meta({ id: 'SupportEnd' });
