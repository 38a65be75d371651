import { z } from 'zod';
import { instantOrNull, instantView } from './parts.ts';

const created = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .meta({ description: 'Ids of what came into being, such as `actionId`.' });

/** The answer to a command that was decided. */
export const recordedView = z
  .object({
    status: z.literal('recorded'),
    commandId: z.uuid(),
    reference: z.string().nullable(),
    revision: z.int().meta({ description: 'The version of the case now; also in the ETag.' }),
    created,
  })
  .meta({ id: 'Recorded' });

/** The answer to a command that is kept and not decided yet. */
export const pendingView = z
  .object({ status: z.literal('pending'), commandId: z.uuid(), reference: z.string().nullable(), created })
  .meta({ id: 'Pending', description: 'It is kept and will be decided. Look again at the address in Location.' });

/** Where a command stands, for whoever sent it. */
export const commandView = z
  .object({
    status: z.enum(['pending', 'recorded', 'refused', 'parked']),
    commandId: z.uuid(),
    type: z.string(),
    reference: z.string().nullable(),
    revision: z.int().nullable(),
    code: z.string().nullable().meta({ description: 'Why it was refused.' }),
    meaning: z.string().nullable(),
    created,
    stagedAt: instantView,
    resolvedAt: instantOrNull,
  })
  .meta({ id: 'CommandState' });
export type CommandView = z.output<typeof commandView>;

/** A command that ran into a fault of the product and waits for the fix. */
export const parkedView = z
  .object({
    commandId: z.uuid(),
    type: z.string(),
    problem: z.string().meta({ description: 'The kind of fault, by name.' }),
    area: z.string().nullable(),
    reference: z.string().nullable(),
    attempt: z.int(),
    since: instantView,
  })
  .meta({ id: 'ParkedCommand' });

/** Where a parked command stands after it was sent again. */
export const retriedView = z
  .object({ state: z.enum(['recorded', 'refused', 'pending', 'parked']) })
  .meta({ id: 'RetriedCommand' });
