import { z } from 'zod';
import { textOrNull } from './parts.ts';

/** What became of each of several answers that were given at once. */
export const researchAnswersView = z
  .object({
    items: z.array(
      z.object({
        reference: z.string(),
        commandId: z.uuid().nullable().meta({ description: 'Null where it was refused before it was kept.' }),
        status: z.enum(['done', 'waiting', 'refused', 'parked']),
        problem: textOrNull.meta({ description: 'Why it was refused.' }),
      }),
    ),
  })
  .meta({ id: 'ResearchAnswersTaken' });
export type ResearchAnswersView = z.output<typeof researchAnswersView>;
