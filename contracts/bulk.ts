import { z } from 'zod';
import { dateSchema, dueSchema } from './moment.ts';
import { agencySchema, idSchema, noteSchema, practitionerSchema, reasonSchema } from './text.ts';

/** More than one sees on a page of a board. */
export const mostInBulk = 100;

/** A duty and the version of it that was looked at. */
const duty = z.strictObject({ clockId: idSchema, version: z.string().regex(/^\d{1,9}$/, 'This is not a version.') });

const clocks = z.array(duty).min(1, 'Choose at least one.').max(mostInBulk, `Choose at most ${mostInBulk}.`);

/** What is done with several duties at once; each is decided by its own case. */
export const bulkSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('chased'), clocks, until: dateSchema, reason: reasonSchema }),
  z.strictObject({ what: z.literal('move'), clocks, due: dueSchema, reason: reasonSchema }),
  z.strictObject({
    what: z.literal('reassign'),
    clocks,
    agency: agencySchema,
    owner: practitionerSchema.optional(),
    reason: reasonSchema,
  }),
  z.strictObject({ what: z.literal('done'), clocks, note: noteSchema }),
  z.strictObject({ what: z.literal('notDone'), clocks, reason: reasonSchema }),
]);
export type BulkBody = z.output<typeof bulkSchema>;
