import { z } from 'zod';
import { referenceParam } from './address.ts';
import { dateSchema } from './moment.ts';
import { areaSchema, practitionerSchema } from './text.ts';

/** What the audit may be asked. */
export const auditQuestion = {
  case: referenceParam,
  area: areaSchema,
  by: practitionerSchema.meta({ description: 'The id of whoever saw or did it.' }),
  kind: z.enum(['did', 'saw', 'refused']),
  from: dateSchema,
  to: dateSchema.meta({ description: 'The last London day, included.' }),
};
