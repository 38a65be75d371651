import { z } from 'zod';
import { referenceParam } from './address.ts';
import { commandFields } from './moment.ts';
import { reasonSchema } from './text.ts';

/** Two referrals of one incident: this one goes on in the case that is kept. */
export const mergeSchema = z
  .strictObject({
    ...commandFields,
    into: referenceParam.meta({
      description: 'The case that is kept: of the same two people, in the same area, before a meeting or heard by one.',
    }),
    reason: reasonSchema,
  })
  .meta({ id: 'Merge' });

export const mergeUndoingSchema = z
  .strictObject({ ...commandFields, reason: reasonSchema })
  .meta({ id: 'MergeUndoing' });
