import { z } from 'zod';
import { assessmentStatuses } from '../domain/assessments/assessmentStanding.ts';
import { assessmentSchema, gradeSchema } from './assessment.ts';
import { commandFields, dateSchema } from './moment.ts';
import { relationships } from './referral.ts';
import { agencySchema, areaSchema, line, reasonSchema } from './text.ts';

const namedPerson = z.strictObject({
  givenNames: line(100),
  familyName: line(100),
  dateOfBirth: dateSchema.optional().meta({ description: 'Left out where nobody knows it.' }),
});

/** An assessment that stands alone: somebody assessed the risk, and did not refer with it. */
export const loneAssessmentSchema = z
  .strictObject({
    ...commandFields,
    area: areaSchema,
    agency: agencySchema.meta({
      description: 'The agency that assessed. A referral is its duty where the risk is high.',
    }),
    reference: line(40).optional().meta({
      description: 'The agency’s own reference. The same reference of the same agency is the same assessment.',
    }),
    victim: namedPerson,
    perpetrator: namedPerson,
    relationship: z.enum(relationships).meta({ description: 'What the perpetrator is to the victim.' }),
    assessment: assessmentSchema.optional(),
    count: z
      .int()
      .min(0)
      .max(24)
      .optional()
      .meta({ description: 'The DASH count, where the answers are not at hand.' }),
    policeGrade: gradeSchema.optional().meta({ description: 'The grade of the police, with or without a form.' }),
    history: z.boolean().default(false).meta({
      description: 'True for what is put down for the figures alone, long after: nobody is reminded of it.',
    }),
  })
  .refine((body) => body.count === undefined || body.assessment === undefined, {
    path: ['count'],
    error: 'Give the answers or the count, and not both: the answers are counted here.',
  })
  .refine((body) => body.assessment?.tool === 'DASH' || body.count !== undefined || body.policeGrade !== undefined, {
    path: ['policeGrade'],
    error: 'Give a DASH, its count, or a grade: without one of them nothing can be said of the risk.',
  })
  .meta({ id: 'LoneAssessment' });
export type LoneAssessmentBody = z.output<typeof loneAssessmentSchema>;

/** Many assessments at once, as a table. */
export const assessmentImportSchema = z
  .strictObject({
    csv: z.string().min(1).max(240_000).meta({
      description:
        'A table with commas and a first line of names, 1,000 rows at most: reference, area, agency, takenAt, victimGivenNames, victimFamilyName, victimDateOfBirth, perpetratorGivenNames, perpetratorFamilyName, perpetratorDateOfBirth, relationship, count, policeGrade, history.',
    }),
    dryRun: z.boolean().meta({ description: 'True: say what would happen, and change nothing.' }),
  })
  .meta({ id: 'AssessmentImport' });
export type AssessmentImportBody = z.output<typeof assessmentImportSchema>;

export const notReferredSchema = z
  .strictObject({ ...commandFields, reason: reasonSchema })
  .meta({ id: 'NotReferredDecision', description: 'A named person decides that an assessment leads to no referral.' });

export const assessmentHandoverSchema = z
  .strictObject({
    ...commandFields,
    to: agencySchema.meta({ description: 'The service that is asked to take it on.' }),
  })
  .meta({ id: 'AssessmentHandover', description: 'A named service is asked, perhaps in place of another.' });

export const assessmentTakenOnSchema = z
  .strictObject(commandFields)
  .meta({ id: 'AssessmentTakenOn', description: 'The service says that it arrived and that they take it on.' });

export const assessmentRefusalSchema = z
  .strictObject({ ...commandFields, reason: reasonSchema })
  .meta({ id: 'AssessmentRefusal', description: 'The service does not take it on, or gives it back.' });

export const notHandedOverSchema = z
  .strictObject({ ...commandFields, reason: reasonSchema })
  .meta({ id: 'NotHandedOverDecision', description: 'A named person decides that no service is asked any more.' });

export const assessmentListQuery = {
  status: z.enum(assessmentStatuses).default('open').meta({
    description:
      '"open": it leads to MARAC (graded high, or the last of several events) and is not referred; "handedOver": a service is asked and has not answered; "handoverRefused": it is the area’s again.',
  }),
};
