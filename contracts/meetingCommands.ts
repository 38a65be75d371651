import { z } from 'zod';
import { readCaseReference } from '../domain/ids/caseReference.ts';
import { actionFields, risks } from './action.ts';
import { commandFields, instantSchema } from './moment.ts';
import { agencySchema, line, narrative, practitionerSchema, reasonSchema } from './text.ts';

const reference = z
  .string()
  .max(20)
  .refine((typed) => readCaseReference(typed) !== null, 'This is not the reference of a case.')
  .transform((typed) => readCaseReference(typed) ?? typed)
  .meta({ description: 'The reference of the case.', example: 'KMT4-9RQX' });

/** A step that needs no words: when it happened, or nothing. */
export const meetingStepSchema = z.strictObject({ ...commandFields }).meta({ id: 'MeetingStep' });

export const meetingMoveSchema = z
  .strictObject({ ...commandFields, startsAt: instantSchema, reason: reasonSchema })
  .meta({ id: 'MeetingMove' });

export const meetingCancellationSchema = z
  .strictObject({ ...commandFields, reason: reasonSchema })
  .meta({ id: 'MeetingCancellation' });

const words = narrative(20_000).meta({ description: 'Restricted to the meeting.' });
export const researchReturnSchema = z
  .discriminatedUnion('result', [
    z.strictObject({ ...commandFields, reference, agency: agencySchema, result: z.literal('nothingKnown') }),
    z.strictObject({ ...commandFields, reference, agency: agencySchema, result: z.literal('informationHeld'), words }),
    z.strictObject({
      ...commandFields,
      reference,
      agency: agencySchema,
      result: z.literal('declined'),
      words: reasonSchema,
    }),
  ])
  .meta({ id: 'ResearchReturn' });

const answer = z.discriminatedUnion('result', [
  z.strictObject({ reference, result: z.literal('nothingKnown') }),
  z.strictObject({ reference, result: z.literal('informationHeld'), words }),
  z.strictObject({ reference, result: z.literal('declined'), words: reasonSchema }),
]);

/** What an agency answers about several cases of a meeting at once; each is decided by itself. */
export const researchAnswersSchema = z
  .strictObject({
    ...commandFields,
    agency: agencySchema,
    answers: z
      .array(answer)
      .min(1, 'Answer about at least one case.')
      .max(100, 'Answer about at most 100 cases at once.')
      .refine(
        (answers) => new Set(answers.map(({ reference: about }) => about)).size === answers.length,
        'A case is named twice.',
      ),
  })
  .meta({ id: 'ResearchAnswers' });
export type ResearchAnswersBody = z.output<typeof researchAnswersSchema>;

const attendee = z
  .strictObject({
    agency: agencySchema,
    practitioner: practitionerSchema.optional(),
    name: line(200).optional().meta({ description: 'Of somebody who does not work with this product.' }),
    presence: z.enum(['present', 'deputy', 'absent', 'apologies']),
    signed: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether they signed for confidentiality, at this meeting.' }),
  })
  .refine(
    ({ practitioner, name, presence }) =>
      practitioner !== undefined || name !== undefined || presence === 'absent' || presence === 'apologies',
    'Say who it is.',
  );
export const attendanceSchema = z
  .strictObject({ ...commandFields, attendees: z.array(attendee).min(1).max(80) })
  .meta({ id: 'AttendanceAtMeeting' });

export const caseTakenSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      ...commandFields,
      reference,
      outcome: z.literal('presented'),
      presentedBy: agencySchema,
      information: z
        .array(z.strictObject({ agency: agencySchema, words: narrative(20_000) }))
        .max(40)
        .default([]),
      risks: z.array(z.enum(risks)).max(risks.length).default([]),
      decision: narrative(10_000).optional(),
      minute: narrative(20_000).optional(),
      actions: z.array(z.strictObject(actionFields)).max(40).default([]),
    }),
    z.strictObject({
      ...commandFields,
      reference,
      outcome: z.literal('deferred'),
      because: z.enum(['nobodyCouldBrief', 'other']),
      reason: reasonSchema,
    }),
  ])
  .meta({ id: 'CaseTaken' });
export type CaseTakenBody = z.output<typeof caseTakenSchema>;

export const minutesConfirmationSchema = z
  .strictObject({ ...commandFields, remarks: narrative(20_000).optional() })
  .meta({ id: 'MinutesConfirmation' });

export const minutesCorrectionSchema = z
  .strictObject({ ...commandFields, correction: narrative(20_000), reason: reasonSchema })
  .meta({ id: 'MinutesCorrection' });
