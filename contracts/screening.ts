import { z } from 'zod';
import { outwardKinds } from '../domain/lifecycle/facts/handover.ts';
import { consentDecisions } from '../domain/lifecycle/facts/referral.ts';
import { assessmentSchema, gradeSchema } from './assessment.ts';
import { childrenNamedSchema } from './children.ts';
import { disposalsSchema } from './closing.ts';
import { commandFields } from './moment.ts';
import { agencySchema, idSchema, narrative, noteSchema, reasonSchema } from './text.ts';

/** What may be missing from a referral. */
export const missingParts = [
  'victimDetails',
  'perpetratorDetails',
  'childrenDetails',
  'safeContact',
  'assessment',
  'consent',
  'narrative',
  'agencyDetails',
] as const;

export const screeningSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({ ...commandFields, outcome: z.literal('accept'), advice: noteSchema }),
    z.strictObject({
      ...commandFields,
      outcome: z.literal('returnAsIncomplete'),
      missing: z.array(z.enum(missingParts)).min(1).max(missingParts.length),
      note: noteSchema,
    }),
    z.strictObject({
      ...commandFields,
      outcome: z.literal('decline'),
      reason: z.enum(['duplicate', 'wrongArea', 'belowThreshold', 'notDomesticAbuse']),
      advice: narrative(4_000).meta({ description: 'What the referrer should do instead.' }),
      liveDates: disposalsSchema,
    }),
  ])
  .meta({ id: 'Screening' });

export const completionSchema = z
  .strictObject({
    ...commandFields,
    supplied: narrative(10_000).meta({ description: 'What was missing.' }),
    assessment: assessmentSchema.optional(),
    policeGrade: gradeSchema.optional(),
  })
  .meta({ id: 'ReferralCompletion' });

export const judgementSchema = z
  .strictObject({ grade: gradeSchema, reason: reasonSchema })
  .meta({ description: 'Professional judgement raises a grade and never lowers it.' });

export const gradingSchema = z
  .strictObject({
    ...commandFields,
    count: z
      .int()
      .min(0)
      .max(24)
      .optional()
      .meta({ description: 'The DASH count. Left out: that of the latest checklist.' }),
    policeGrade: gradeSchema.optional().meta({ description: 'Left out: the latest that is known.' }),
    judgement: judgementSchema.optional(),
    handOverTo: agencySchema.optional().meta({
      description: 'The service to hand over to where no route into MARAC is met. Left out: the area’s own.',
    }),
  })
  .meta({ id: 'Grading' });

const paragraph = (what: string) => narrative(4_000).meta({ description: what });
/** What children’s services are told beside who the children, their siblings and their parents are, which the case itself says. */
export const childNotificationWordsSchema = z
  .strictObject({
    incident: paragraph('What happened, and where the children were.'),
    concerns: paragraph('What is feared for the children.'),
    othersInvolved: paragraph('Others who live with them or were there.').optional(),
    history: paragraph('What is known from before.').optional(),
    situation: paragraph('How they live now: contact, school, where they are safe.').optional(),
  })
  .meta({ id: 'ChildNotificationWords' });

export const childNotificationSchema = z
  .strictObject({
    ...commandFields,
    children: childrenNamedSchema,
    to: agencySchema.optional().meta({ description: 'Left out: the children’s services of the children’s address.' }),
    alreadySent: z
      .boolean()
      .default(false)
      .meta({ description: 'True where the police or somebody else has sent it.' }),
    about: childNotificationWordsSchema.optional().meta({ description: 'What the notification tells.' }),
  })
  .meta({ id: 'ChildNotification' });

/** Whoever was handed something does not take it on, or gives it back. */
export const handoverRefusalSchema = z
  .strictObject({ ...commandFields, handoverId: idSchema, reason: reasonSchema })
  .meta({ id: 'HandoverRefusal' });

export const onwardReferralSchema = z
  .strictObject({
    ...commandFields,
    kind: z.enum(outwardKinds).meta({
      description:
        '"standardRisk" is a service that takes the case itself on, such as one for those below the threshold.',
    }),
    to: agencySchema,
    urgent: z.boolean().default(false).meta({ description: 'To be acknowledged within 24 hours.' }),
    request: narrative(4_000).optional().meta({ description: 'What is asked of the service.' }),
    insteadOf: idSchema.optional().meta({ description: 'The refused hand-over in whose place this is made.' }),
  })
  .meta({ id: 'OnwardReferral', description: 'To a service outside MARAC; it is chased until it answers.' });

export const refusalSettlementSchema = z
  .strictObject({ ...commandFields, handoverId: idSchema, reason: reasonSchema })
  .meta({ id: 'RefusalSettlement', description: 'A named person decides that nobody else is asked after a refusal.' });

export const consentDecisionSchema = z
  .strictObject({ ...commandFields, decision: z.enum(consentDecisions), reason: reasonSchema })
  .meta({
    id: 'ConsentDecision',
    description: 'Where a case goes that scored high, below the county’s threshold, and whose victim did not consent.',
  });

export const acknowledgementSchema = z
  .strictObject({ ...commandFields, handoverId: idSchema })
  .meta({ id: 'Acknowledgement', description: 'A hand-over, notification or referral elsewhere has arrived.' });
