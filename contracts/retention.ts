import { z } from 'zod';
import { commandFields, dateSchema } from './moment.ts';
import { reasonSchema } from './text.ts';

export const keptRecordSchema = z
  .strictObject({
    ...commandFields,
    until: dateSchema.meta({ description: 'When it is reviewed again: no further ahead than it was kept at first.' }),
    reason: reasonSchema,
  })
  .meta({ id: 'KeptRecord', description: 'What is kept of an ended case was reviewed and is kept on.' });

export const erasureSchema = z
  .strictObject({ ...commandFields })
  .meta({ id: 'Erasure', description: 'Words and people of an ended case are erased for good.' });
