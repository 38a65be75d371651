import { z } from 'zod';
import { dashQuestionCount, dashVersion } from '../domain/dash/questions.ts';
import { grades } from '../domain/risk/grade.ts';
import { line, narrative } from './text.ts';

const answer = z.enum(['yes', 'no', 'notKnown']);

export const gradeSchema = z.enum(grades).meta({ description: 'A grade of risk.', example: 'high' });

/** The DASH checklist: answers in the order of the questions; the server counts, and keeps what was asked. */
export const dashSchema = z
  .strictObject({
    tool: z.literal('DASH'),
    version: z.literal(dashVersion, 'The form has changed since. Load it again.').meta({
      description: 'The version of the wording that was shown.',
    }),
    answers: z
      .array(answer)
      .length(dashQuestionCount, `The checklist has ${dashQuestionCount} answers.`)
      .meta({ description: 'The 24 answers in order. Only "yes" counts.' }),
    remarks: narrative(4_000).optional(),
  })
  .meta({ id: 'DashAssessment' });

/** Another form, of the police or of another area: kept with its own questions. Its count is not a DASH count. */
export const otherFormSchema = z
  .strictObject({
    tool: z.enum(['policeForm', 'DARA', 'other']),
    version: line(40),
    count: z.int().min(0).max(100).optional().meta({ description: 'As the form counts; kept, not graded by.' }),
    answers: z
      .array(z.strictObject({ question: line(500), answer: line(500) }))
      .max(60)
      .optional(),
    remarks: narrative(4_000).optional(),
  })
  .meta({ id: 'OtherAssessment' });

export const assessmentSchema = z.discriminatedUnion('tool', [dashSchema, otherFormSchema]).meta({
  description: 'The answers as they were given. They are kept for ever with the wording that was shown.',
});
export type AssessmentBody = z.output<typeof assessmentSchema>;
