import { z } from 'zod';
import { deferralDecisions, interimDecisions } from '../domain/lifecycle/facts/meeting.ts';
import { actionFields } from './action.ts';
import { londonDate } from '../domain/calendar/london.ts';
import { commandFields, dateSchema, instantSchema, occurredAtSchema } from './moment.ts';
import { judgementSchema } from './screening.ts';
import { agencySchema, areaSchema, idSchema, line, narrative, reasonSchema } from './text.ts';

const attendance = z
  .array(z.strictObject({ agency: agencySchema, presence: z.enum(['present', 'deputy', 'absent', 'apologies']) }))
  .max(40)
  .refine((rows) => new Set(rows.map((row) => row.agency)).size === rows.length, 'An agency is named twice.')
  .default([])
  .meta({ description: 'Which agencies were there.' });

export const listingSchema = z
  .strictObject({
    ...commandFields,
    meetingId: idSchema.optional().meta({ description: 'Left out: the first meeting whose cut-off has not passed.' }),
    reason: reasonSchema.optional(),
  })
  .meta({ id: 'Listing' });

export const listingRemovalSchema = z
  .strictObject({ ...commandFields, reason: reasonSchema, decidedBy: line(200).meta({ description: 'Who decided.' }) })
  .meta({ id: 'ListingRemoval' });

export const ontoListSchema = z
  .strictObject({ ...commandFields, meetingId: idSchema, reason: reasonSchema })
  .meta({ id: 'OntoList' });

export const hearingAtMaracSchema = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      ...commandFields,
      outcome: z.literal('heard'),
      meetingId: idSchema,
      attendance,
      minute: narrative(20_000).optional(),
      actions: z.array(z.strictObject(actionFields)).max(40).default([]),
    }),
    z.strictObject({
      ...commandFields,
      outcome: z.literal('deferred'),
      meetingId: idSchema,
      attendance,
      reason: reasonSchema,
    }),
  ])
  .meta({ id: 'HearingAtMarac' });

export const heardElsewhereSchema = z
  .strictObject({
    occurredAt: occurredAtSchema.meta({
      description: 'The day of the meeting: what follows a hearing counts from it.',
    }),
    source: line(200).meta({ description: 'Which MARAC heard it, and where that is written down.' }),
    decided: narrative(20_000).optional().meta({ description: 'What the meeting decided, as far as it is known.' }),
    gradedOn: dateSchema.optional().meta({ description: 'The day it was graded. Left out: not known.' }),
    judgement: judgementSchema.optional(),
  })
  .refine(({ gradedOn, occurredAt }) => gradedOn === undefined || gradedOn <= londonDate(occurredAt.at), {
    path: ['gradedOn'],
    error: 'It was graded before it was heard, or on the same day.',
  })
  .meta({
    id: 'HeardElsewhere',
    description: 'A case that is being taken over had been heard by a meeting this system did not run.',
  });

export const planReviewSchema = z
  .strictObject({
    ...commandFields,
    findings: narrative(10_000).meta({ description: 'What became of the last plan.' }),
  })
  .meta({ id: 'PlanReview' });

export const newMeetingSchema = z
  .strictObject({
    area: areaSchema,
    kind: z.enum(['ordinary', 'extra', 'emergency']).default('ordinary'),
    startsAt: instantSchema,
    capacity: z.int().min(1).max(200).optional().meta({ description: 'Left out: by the policy of the area.' }),
  })
  .meta({ id: 'NewMeeting' });
export type NewMeetingBody = z.output<typeof newMeetingSchema>;

export const deferralDecisionSchema = z
  .strictObject({
    ...commandFields,
    decision: z.enum(deferralDecisions).meta({
      description: '"agreed": it waits for its next meeting; "mustBeHeard": that one has to hear it.',
    }),
    reason: reasonSchema,
  })
  .meta({
    id: 'DeferralDecision',
    description:
      'The chair, on a case that was deferred again. Taking it onto a locked list or calling it to an emergency meeting answers it as well.',
  });

export const interimDecisionSchema = z
  .strictObject({
    ...commandFields,
    decision: z.enum(interimDecisions).meta({
      description: '"interimPlan": something protects the victim until a meeting, and the reason says what.',
    }),
    reason: reasonSchema,
  })
  .meta({
    id: 'InterimDecision',
    description:
      'The risk rose, or the meeting is far off. Setting an action or calling to an emergency meeting answers it as well.',
  });
