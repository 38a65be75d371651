import { z } from 'zod';
import {
  disabilityAnswers,
  ethnicityAnswers,
  genderIdentityAnswers,
  orientationAnswers,
  sexAnswers,
} from '../domain/equality/equality.ts';
import { dateSchema } from './moment.ts';
import { agencySchema, line } from './text.ts';

export const equalitySchema = z
  .strictObject({
    sex: z.enum(sexAnswers),
    ethnicity: z.enum(ethnicityAnswers),
    sexualOrientation: z.enum(orientationAnswers),
    genderIdentity: z.enum(genderIdentityAnswers),
    disability: z.enum(disabilityAnswers),
  })
  .meta({ id: 'Equality', description: 'Each may be "notAsked" or "notSaid"; nothing is guessed.' });

export const addressSchema = z
  .strictObject({
    lines: z.array(line(120)).min(1).max(4),
    postcode: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/, 'This is not a postcode.')
      .optional(),
  })
  .meta({ id: 'Address' });

const names = {
  givenNames: line(100).meta({ example: 'Elowenna' }),
  familyName: line(100).meta({ example: 'Willowmere' }),
  otherNames: z.array(line(100)).max(10).optional().meta({ description: 'Earlier names, aliases, nicknames.' }),
};
/** What a child is called. */
export const childNames = { givenNames: names.givenNames, familyName: names.familyName };
const dateOfBirth = dateSchema.meta({ description: 'Date of birth.', example: '1989-06-14' });
const age = z.int().min(0).max(120).meta({ description: 'Age in years, where the date of birth is not known.' });
const contactDetails = { address: addressSchema.optional(), phone: line(40).optional(), email: line(200).optional() };

/** The victim: an age is needed, because somebody under 16 goes to children's safeguarding. */
export const victimSchema = z
  .strictObject({
    ...names,
    dateOfBirth: dateOfBirth.optional(),
    age: age.optional(),
    ...contactDetails,
    equality: equalitySchema,
    language: line(60).optional().meta({ description: 'The language they speak best, where it is not English.' }),
    interpreterNeeded: z.boolean().default(false),
  })
  .refine((victim) => (victim.dateOfBirth === undefined) !== (victim.age === undefined), {
    path: ['dateOfBirth'],
    error: 'Give the date of birth, or the age where the date is not known.',
  })
  .meta({ id: 'Victim' });

/** The person causing harm, who is never told of a referral. */
export const perpetratorSchema = z
  .strictObject({
    ...names,
    dateOfBirth: dateOfBirth.optional(),
    age: age.optional(),
    ...contactDetails,
    sex: z.enum(sexAnswers).optional(),
  })
  .refine((person) => person.dateOfBirth === undefined || person.age === undefined, {
    path: ['age'],
    error: 'Give the date of birth or the age, not both.',
  })
  .meta({ id: 'Perpetrator' });

export const childSchema = z
  .discriminatedUnion('unborn', [
    z.strictObject({
      unborn: z.literal(false),
      givenNames: names.givenNames,
      familyName: names.familyName,
      dateOfBirth,
      address: addressSchema.optional().meta({ description: 'Where it is not the victim’s.' }),
      school: line(200).optional(),
      childrensServices: agencySchema.optional().meta({ description: 'Where the child lives in another authority.' }),
    }),
    z.strictObject({ unborn: z.literal(true), expectedOn: dateSchema.optional() }),
  ])
  .meta({ id: 'Child' });

/** Who somebody is, as far as the person reporting knows. */
export const identitySchema = z
  .strictObject({ givenNames: names.givenNames, familyName: names.familyName, dateOfBirth: dateOfBirth.optional() })
  .meta({ id: 'Identity' });
