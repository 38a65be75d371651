import { z } from 'zod';

const rehearsedView = z.object({
  name: z.string(),
  stands: z.enum(['recorded', 'waiting', 'possible', 'refused', 'notReached']).meta({
    description:
      'recorded: sent before and done · waiting: sent before and not decided yet · possible: nothing stands against it · refused: it would be refused · notReached: it follows from what would be refused or waits.',
  }),
  key: z.string().meta({
    description: 'The Idempotency-Key to send it under: another than was named, where that was refused before.',
  }),
  code: z.string().nullable().meta({ description: 'Why it would be refused.' }),
  meaning: z.string().nullable(),
  parts: z.array(z.object({ at: z.string(), problem: z.string() })),
});
export type RehearsedView = z.output<typeof rehearsedView>;

/** What would become of each request, case by case, in the order in which they were named. */
export const rehearsalView = z
  .object({
    cases: z.array(
      z.object({
        reference: z.string().nullable().meta({ description: 'Of a case that was taken over before.' }),
        requests: z.array(rehearsedView),
      }),
    ),
  })
  .meta({ id: 'RehearsalOutcome' });
export type RehearsalView = z.output<typeof rehearsalView>;
