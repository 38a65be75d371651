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
