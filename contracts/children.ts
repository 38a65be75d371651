import { z } from 'zod';
import { schoolResults } from '../domain/lifecycle/facts/children.ts';
import { commandFields } from './moment.ts';
import { agencySchema, idSchema, noteSchema } from './text.ts';

/** Children of a case, each named once. */
export const childrenNamedSchema = z
  .array(idSchema)
  .min(1)
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, 'A child is named twice.');

export const childServicesSchema = z
  .strictObject({
    ...commandFields,
    child: idSchema,
    services: agencySchema.meta({ description: 'The children’s services that answer for the child’s address.' }),
  })
  .meta({ id: 'ChildServices' });

export const schoolTellingSchema = z
  .strictObject({
    ...commandFields,
    children: childrenNamedSchema,
    result: z.enum(schoolResults).meta({
      description: '"toldAlready" by the police or somebody else; "notAtSchool" and "schoolNotKnown" are answers too.',
    }),
    note: noteSchema,
  })
  .meta({
    id: 'SchoolTelling',
    description: 'The school hears of a family once, before the children are there again.',
  });
