import { z } from 'zod';

/** A problem as RFC 9457 describes it. */
export const problemView = z
  .object({
    type: z.string(),
    title: z.string().meta({ description: 'A sentence for the person who sent it.' }),
    status: z.int(),
    code: z.string().meta({ description: 'For programs; one code always means the same.', example: 'KEY_REUSED' }),
    instance: z.string().meta({ description: 'The id under which the request was noted.' }),
    parts: z
      .array(z.object({ at: z.string(), problem: z.string() }))
      .optional()
      .meta({ description: 'What in the request is at fault.' }),
    blocking: z
      .array(z.object({ type: z.string(), id: z.string(), code: z.string().optional() }))
      .optional()
      .meta({ description: 'What stands in the way, such as actions without an outcome.' }),
  })
  .meta({ id: 'Problem' });
