import { z } from 'zod';
import { instantOrNull, instantView, textOrNull, wordsView } from './parts.ts';

const outcome = {
  stage: z.string(),
  heardAt: instantOrNull,
  closedAt: instantOrNull,
  supportEnd: textOrNull,
  repeatedAt: instantOrNull.meta({ description: 'When the same two people came back as a repeat after this.' }),
  lastReview: textOrNull.meta({ description: 'What the last review of the risk after this found.' }),
};

/** A grade raised by judgement above what was counted, and what became of the case. */
export const overrideView = z
  .object({
    reference: z.string(),
    area: z.string(),
    at: instantView,
    fromGrade: z.string(),
    toGrade: z.string(),
    reason: wordsView.meta({ description: 'For those who may read the case in full.' }),
    ...outcome,
  })
  .meta({ id: 'Override' });
export type OverrideView = z.output<typeof overrideView>;

/** A repeat beside the case it repeats, and what became of it. */
export const repeatView = z
  .object({
    reference: z.string(),
    area: z.string(),
    receivedAt: instantView,
    repeatOf: textOrNull.meta({ description: 'The earlier case, for those who may see it.' }),
    earlierReceivedAt: instantView,
    gradeBefore: textOrNull,
    grade: textOrNull,
    planReviewed: z.boolean(),
    ...outcome,
  })
  .meta({ id: 'Repeat' });
export type RepeatView = z.output<typeof repeatView>;
