import { z } from 'zod';
import { matchReasons } from '../../domain/people/matchForms.ts';
import { personView } from './caseView.ts';
import { dateOrNull, instantView } from './parts.ts';

/** A case in which somebody may be one of the people looked for, among those the searcher may see. */
export const likelyMatchView = z
  .object({
    reference: z.string(),
    area: z.string(),
    stage: z.string(),
    receivedAt: instantView,
    flagEndsOn: dateOrNull.meta({ description: 'A referral before this day is a repeat.' }),
    lookedFor: z.enum(['victim', 'perpetrator']).meta({ description: 'Which of the two this may be.' }),
    inTheCaseAs: z.enum(['victim', 'perpetrator']),
    because: z.array(z.enum(matchReasons)).meta({ description: 'The surest first.' }),
    who: personView,
  })
  .meta({ id: 'LikelyMatch' });
export type LikelyMatchView = z.output<typeof likelyMatchView>;
