import { z } from 'zod';
import { assessmentStatuses } from '../../domain/assessments/assessmentStanding.ts';
import { personView } from './caseView.ts';
import { dueView, instantOrNull, instantView, textOrNull, wordsView } from './parts.ts';

/** An assessment that stands alone, for those who may see it. */
export const loneAssessmentView = z
  .object({
    assessmentId: z.uuid(),
    area: z.string(),
    agency: textOrNull,
    tool: z.string(),
    count: z.int().nullable(),
    policeGrade: textOrNull,
    grade: z.string(),
    takenAt: instantView,
    history: z.boolean().meta({ description: 'Put down for the figures alone: nobody is asked to take it on.' }),
    status: z.enum(assessmentStatuses),
    escalation: z
      .boolean()
      .meta({ description: 'Whether events of these two come together to potential escalation with it.' }),
    escalationOn: z
      .array(z.iso.date())
      .meta({ description: 'The days of these events, for those who run the MARAC of the area.' }),
    victim: personView,
    perpetrator: personView,
    details: wordsView.meta({ description: 'The answers as they were given, and the agency’s own reference.' }),
    due: dueView.nullable().meta({ description: 'By when it is to be referred, taken on, or decided on.' }),
    overdue: z.boolean(),
    clockId: textOrNull,
    settledAt: instantOrNull,
    settledById: textOrNull,
    reason: wordsView,
    service: textOrNull.meta({ description: 'The service that was asked last to take it on.' }),
    handedOverAt: instantOrNull,
    answeredAt: instantOrNull.meta({ description: 'When the service took it on, or refused.' }),
    refusal: wordsView.meta({ description: 'Why the service refused, for those who run the MARAC of the area.' }),
  })
  .meta({ id: 'LoneAssessmentRecord' });
export type LoneAssessmentView = z.output<typeof loneAssessmentView>;

export const assessmentImportView = z
  .object({
    dryRun: z.boolean(),
    rows: z.int(),
    recorded: z.int().meta({ description: 'Rows that were recorded now, or in a dry run would be.' }),
    known: z.int().meta({ description: 'Rows on record already, word for word: nothing was changed.' }),
  })
  .meta({ id: 'AssessmentImportResult' });

const line = {
  high: z.int(),
  medium: z.int(),
  standard: z.int(),
  assessments: z.int(),
  referrals: z.string().meta({ description: 'Of this agency; a joint one counts its part, exactly: "880.25".' }),
  highReferred: z.int().meta({ description: 'Of the high ones, those whose two people were referred since.' }),
  highDecided: z.int().meta({ description: 'Decided by a named person not to lead to a referral.' }),
  highWaiting: z.int().meta({ description: 'Neither: somebody’s duty.' }),
  highHistory: z.int().meta({ description: 'Put down for the figures alone.' }),
  handedOver: z.int().meta({ description: 'Whatever the grade: with a service that has not answered.' }),
  takenOn: z.int().meta({ description: 'A service has taken it on.' }),
  handoverRefused: z.int().meta({ description: 'A service refused, and nobody has it.' }),
  notHandedOver: z.int().meta({ description: 'Decided by a named person to go to no service.' }),
};

/** Assessments beside referrals of one agency, by district and month. */
export const assessmentsReportView = z
  .object({
    from: z.string(),
    to: z.string(),
    agency: z.string(),
    months: z.array(z.object({ area: z.string(), month: z.string(), ...line })),
    areas: z.array(z.object({ area: z.string(), ...line })),
    total: z.object(line),
  })
  .meta({ id: 'AssessmentsReport' });
export type AssessmentsReportView = z.output<typeof assessmentsReportView>;
