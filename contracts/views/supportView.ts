import { z } from 'zod';
import { instantView, textOrNull, wordsView } from './parts.ts';

/** The support of the IDVA service as the reader of a case sees it; null and empty for those who may not. */
export const supportParts = {
  support: z
    .object({
      status: z.string().meta({ description: 'One status, from all that is on record.' }),
      meaning: z.string(),
      withoutPlan: z.array(z.uuid()).meta({ description: 'The victim and children for whom no safety plan was made.' }),
      feltSafer: textOrNull,
      abuseStopped: textOrNull,
    })
    .nullable(),
  safetyPlans: z.array(
    z.object({
      planId: z.uuid(),
      version: z.int().meta({ description: 'Counted from 1; a new version never overwrites one.' }),
      covers: z.array(z.uuid()).meta({ description: 'The victim and children it is for; empty: everybody.' }),
      byId: textOrNull,
      plan: wordsView,
      occurredAt: instantView,
      reviews: z.array(z.object({ outcome: z.string(), byId: z.uuid(), note: wordsView, occurredAt: instantView })),
    }),
  ),
  riskReviews: z.array(
    z.object({
      assessmentId: textOrNull,
      change: z.string(),
      countBefore: z.int().nullable(),
      countNow: z.int().nullable(),
      note: wordsView,
      occurredAt: instantView,
    }),
  ),
  victimViews: z.array(z.object({ viewId: z.uuid(), byId: z.uuid(), view: wordsView, occurredAt: instantView })),
};
