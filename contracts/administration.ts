import { z } from 'zod';
import { roles } from '../domain/access/role.ts';
import { dateSchema } from './moment.ts';
import { agencySchema, areaSchema, codeSchema, line, practitionerSchema, reasonSchema } from './text.ts';

const person = {
  name: line(120).meta({ example: 'Amy Adeyemi' }),
  email: z.email('This is not a mail address.').max(200).meta({ example: 'amy.adeyemi@marac.example' }),
  subject: z
    .string()
    .trim()
    .min(1, 'Write what their sign-in calls them.')
    .max(200)
    .regex(/^[\x21-\x7e]+$/, 'A sign-in has no blanks and no letters with accents.')
    .meta({ description: 'The `sub` that the issuer of sign-ins gives them.' }),
};

export const personSchema = z.strictObject(person).meta({ id: 'NewPractitioner' });
export type PersonBody = z.output<typeof personSchema>;

/** Some letters of a name or a sign-in, to look for. */
export const containingSchema = z
  .string()
  .trim()
  .max(100)
  .regex(/^\P{Cc}*$/u, 'Control characters cannot be used here.')
  .default('');

/** The last day somebody works here, or `now`: their access ends with this very request. */
export const endSchema = z
  .strictObject({
    lastDay: z.union([z.literal('now'), z.literal('none'), dateSchema], {
      error: 'Write a day like 2026-03-09, "now", or "none" where no end is known.',
    }),
  })
  .meta({ id: 'EndOfAccess' });
export type EndBody = z.output<typeof endSchema>;

export const postSchema = z
  .strictObject({
    role: z.enum(roles),
    area: areaSchema.optional(),
    agency: agencySchema.optional(),
    from: dateSchema.meta({ description: 'The first day.' }),
    until: dateSchema.optional().meta({ description: 'The last day, included; left out: no end is known.' }),
  })
  .refine(({ from, until }) => until === undefined || from <= until, {
    path: ['until'],
    error: 'The last day lies before the first.',
  })
  .meta({ id: 'NewPost' });
export type PostBody = z.output<typeof postSchema>;

export const awaySchema = z
  .strictObject({
    from: dateSchema,
    until: dateSchema.meta({ description: 'The last day away, included.' }),
    cover: practitionerSchema.optional().meta({ description: 'Who stands in; somebody of the same agency or area.' }),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'The last day lies before the first.' })
  .meta({ id: 'Away' });
export type AwayBody = z.output<typeof awaySchema>;

export const agencyNameSchema = z.strictObject({ name: line(120) }).meta({ id: 'AgencyName' });
export const newAgencySchema = z
  .strictObject({
    code: codeSchema,
    name: line(120),
    kind: z
      .string()
      .regex(/^[a-z][A-Za-z]{1,39}$/, 'A kind is one word, like housing or childrensServices.')
      .meta({ description: 'Agencies of a kind are counted together.', example: 'housing' }),
  })
  .meta({ id: 'NewAgency' });
export type NewAgencyBody = z.output<typeof newAgencySchema>;

const services = {
  name: line(120),
  childrensServices: agencySchema,
  idvaService: agencySchema,
  standardRiskService: agencySchema.meta({ description: 'Who is offered to victims at standard risk.' }),
};
export const areaServicesSchema = z.strictObject(services).meta({ id: 'AreaServices' });
export type AreaServicesBody = z.output<typeof areaServicesSchema>;
export const newAreaSchema = z.strictObject({ code: codeSchema, ...services }).meta({ id: 'NewArea' });
export type NewAreaBody = z.output<typeof newAreaSchema>;

export const denySchema = z
  .strictObject({
    of: z.string().max(60).meta({ description: '`victim`, `perpetrator`, or the id of a child in the case.' }),
    practitioner: practitionerSchema,
    reason: reasonSchema,
  })
  .meta({ id: 'NewDenyEntry' });
export type DenyBody = z.output<typeof denySchema>;
