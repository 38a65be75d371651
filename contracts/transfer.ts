import { z } from 'zod';
import { commandFields } from './moment.ts';
import { areaSchema, line, noteSchema, reasonSchema } from './text.ts';

/** A transfer to another MARAC: to an area of this system, or to one outside by the pack. */
export const transferSchema = z
  .strictObject({
    ...commandFields,
    area: areaSchema.optional().meta({ description: 'The area of this system that is to take the case over.' }),
    outside: z
      .strictObject({ name: line(200), contact: line(400).optional() })
      .optional()
      .meta({
        description: 'A MARAC outside this system, and how it is reached. Its answer is recorded by the sender.',
      }),
    reason: reasonSchema,
  })
  .refine(({ area, outside }) => (area === undefined) !== (outside === undefined), {
    path: ['area'],
    error: 'Name an area of this system or a MARAC outside, and not both.',
  })
  .meta({ id: 'Transfer' });

export const transferAnswerSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({ ...commandFields, outcome: z.literal('accept'), note: noteSchema }),
    z.strictObject({ ...commandFields, outcome: z.literal('refuse'), reason: reasonSchema }),
  ])
  .meta({ id: 'TransferAnswer' });
export type TransferAnswerBody = z.output<typeof transferAnswerSchema>;

export const transferWithdrawalSchema = z
  .strictObject({ ...commandFields, reason: reasonSchema })
  .meta({ id: 'TransferWithdrawal' });
