import { z } from 'zod';
import { addressSchema, childNames } from './person.ts';
import { schoolResults } from '../domain/lifecycle/facts/children.ts';
import { commandFields, dateSchema } from './moment.ts';
import { agencySchema, idSchema, line, noteSchema, reasonSchema } from './text.ts';

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

const dateOfBirth = dateSchema.meta({ description: 'Date of birth, today at the latest.', example: '2019-06-14' });
const expectedOn = dateSchema.meta({ description: 'The day on which the child is expected.' });
const school = line(200).meta({ description: 'School or nursery.' });
const address = addressSchema.meta({ description: 'Where it is not the victim’s.' });
const childrensServices = agencySchema.meta({
  description: 'Where other services answer for the child than those of the address.',
});

export const childAddedSchema = z
  .discriminatedUnion('child', [
    z.strictObject({
      ...commandFields,
      child: z.literal('born'),
      ...childNames,
      dateOfBirth,
      address: address.optional(),
      school: school.optional(),
      childrensServices: childrensServices.optional(),
    }),
    z.strictObject({ ...commandFields, child: z.literal('unborn'), expectedOn: expectedOn.optional() }),
  ])
  .meta({
    id: 'ChildAdded',
    description: 'A child of whom the referral did not tell: forgotten in it, or expected since.',
  });

export const childTakenOutSchema = z.strictObject({ ...commandFields, child: idSchema, reason: reasonSchema }).meta({
  id: 'ChildTakenOut',
  description:
    'Somebody who is no child of this case and was told of by mistake. Nothing is erased; services that were notified hear of it.',
});

export const childPutRightSchema = z
  .strictObject({
    ...commandFields,
    child: idSchema,
    givenNames: childNames.givenNames.optional(),
    familyName: childNames.familyName.optional(),
    dateOfBirth: dateOfBirth.optional(),
    address: address.optional(),
    school: school.optional(),
    childrensServices: childrensServices.optional(),
    expectedOn: expectedOn.optional(),
  })
  .refine(({ occurredAt: _when, child: _child, ...said }) => Object.values(said).some((each) => each !== undefined), {
    path: ['dateOfBirth'],
    error: 'Say what is to be put right.',
  })
  .meta({
    id: 'ChildPutRight',
    description: 'What is left out stays as it is. A child who was not born yet is by a date of birth, with names.',
  });
