import { z } from 'zod';
import { practitionerSchema } from './text.ts';

/** Stands in addresses and bodies of a rehearsal for the id of what a request is about, which is not known before. */
export const made = ':made';

const nameSchema = z.string().regex(/^[\x21-\x7e]{1,150}$/, 'A name has at most 150 visible characters.');

const rehearsedRequestSchema = z.strictObject({
  name: nameSchema.meta({ description: 'Under which the answer speaks of it.', example: 'screening' }),
  path: z
    .string()
    .regex(/^(?:\/[:A-Za-z-]{1,60}){1,4}$/, 'Write an address below a case, or /adoptions.')
    .meta({ description: 'Below the case, or `/adoptions`, with which a case begins.', example: '/screening' }),
  key: z
    .string()
    .regex(/^[\x21-\x7e]{1,190}$/, 'A key has at most 190 visible characters.')
    .meta({ description: 'The Idempotency-Key under which it is to be sent.', example: 'import/old-0001/screening' }),
  by: z.enum(['marac', 'service']).meta({
    description: 'Who is to send it: whoever rehearses, or somebody of the IDVA service that answers for the case.',
  }),
  body: z.record(z.string(), z.unknown()).meta({ description: 'As it is to be sent.' }),
  of: nameSchema.optional().meta({ description: `The name of what it is about; its id is put for \`${made}\`.` }),
  makes: z
    .array(nameSchema)
    .max(20)
    .default([])
    .meta({ description: 'Names for what it brings into being, in the order in which the answer has their ids.' }),
  withVersion: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether it is to be sent with the version of the case after the request before it.' }),
});
export type RehearsedRequest = z.output<typeof rehearsedRequestSchema>;

/** What is to be sent to take over cases, in order, to be tried without anything being recorded. */
export const rehearsalSchema = z
  .strictObject({
    service: practitionerSchema.optional().meta({ description: 'Who is to speak for the IDVA service.' }),
    cases: z
      .array(z.strictObject({ requests: z.array(rehearsedRequestSchema).min(1).max(300) }))
      .min(1)
      .max(20)
      .meta({
        description: 'Cases that are about the same people are rehearsed together, the earliest referral first.',
      }),
  })
  .meta({ id: 'Rehearsal' });
export type RehearsalBody = z.output<typeof rehearsalSchema>;
