import { z } from 'zod';
import { routes } from '../domain/risk/grade.ts';
import { assessmentSchema, gradeSchema } from './assessment.ts';
import { commandFields } from './moment.ts';
import { childSchema, perpetratorSchema, victimSchema } from './person.ts';
import { safeContactSchema } from './safeContact.ts';
import { agencySchema, areaSchema, narrative, practitionerSchema, reasonSchema } from './text.ts';

export const relationships = [
  'partner',
  'formerPartner',
  'spouse',
  'formerSpouse',
  'parent',
  'child',
  'sibling',
  'otherFamily',
  'carer',
  'other',
] as const;

/** On what sharing without consent rests. */
export const legalBases = [
  'crimeAndDisorderAct',
  'vitalInterests',
  'safeguardingOfChildren',
  'safeguardingOfAdults',
] as const;

export const consentSchema = z
  .discriminatedUnion('given', [
    z.strictObject({ given: z.literal(true) }),
    z.strictObject({ given: z.literal(false), reason: reasonSchema, legalBasis: z.enum(legalBases) }),
  ])
  .meta({ description: 'Consent is asked for, not required; without it the reason and the legal basis are kept.' });

/** So many practitioners may be named who must see nothing of a referral. */
export const mostMustNotSee = 20;

/** A referral to MARAC: two people, what happened, how high the risk is, and how the victim can be reached safely. */
export const referralSchema = z
  .strictObject({
    ...commandFields,
    area: areaSchema,
    referringAgencies: z
      .array(agencySchema)
      .min(1)
      .max(6)
      .refine((codes) => new Set(codes).size === codes.length, 'An agency is named twice.')
      .meta({
        description: 'Who refers, the leading agency first; a joint referral names several.',
        example: ['police'],
      }),
    route: z.enum(routes).meta({ description: 'Why this comes to MARAC, as the referrer sees it.' }),
    victim: victimSchema,
    perpetrator: perpetratorSchema,
    relationship: z.enum(relationships).meta({ description: 'What the perpetrator is to the victim.' }),
    assessment: assessmentSchema.optional(),
    policeGrade: gradeSchema.optional().meta({ description: 'The grade of the police, with or without a form.' }),
    children: z.array(childSchema).max(20).default([]),
    consent: consentSchema,
    safeContact: safeContactSchema,
    mustNotSee: z.array(practitionerSchema).max(mostMustNotSee).default([]).meta({
      description: 'Practitioners who must never see anything of these two people, whatever their role.',
    }),
    narrative: narrative(10_000).meta({ description: 'What happened, and why it is referred.' }),
  })
  .refine(
    (body) => body.route !== 'visibleHighRisk' || body.assessment !== undefined || body.policeGrade !== undefined,
    {
      path: ['assessment'],
      error: 'A referral by visible high risk needs a checklist or a grade.',
    },
  )
  .meta({ id: 'Referral' });
export type ReferralBody = z.output<typeof referralSchema>;

/** A case that runs already elsewhere and is taken over with its true dates; silent until declared caught up. */
export const adoptionSchema = referralSchema.meta({ id: 'Adoption' });
