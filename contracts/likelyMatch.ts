import { z } from 'zod';
import { matchAnswers } from '../domain/lifecycle/facts/samePeople.ts';
import { commandFields } from './moment.ts';
import { reasonSchema } from './text.ts';

/** What somebody decided about two records of people; sent again with the other answer it takes that back. */
export const matchDecisionSchema = z
  .strictObject({
    ...commandFields,
    answer: z.enum(matchAnswers).meta({
      description:
        '"same": both records are of one person, and a suspended contact, the deny list and the flag count for both. "notSame": they are of two, and nobody is asked again.',
    }),
    reason: reasonSchema,
  })
  .meta({ id: 'MatchDecision' });
