import { z } from 'zod';
import { instantOrNull, instantView, textOrNull } from './parts.ts';

const references = z.array(z.string());

/** A meeting with its list, what agencies have answered, and where its minutes stand. */
export const meetingBoardView = z
  .object({
    meetingId: z.uuid(),
    area: z.string(),
    kind: z.string(),
    status: z.string(),
    on: z.iso.date(),
    startsAt: instantView,
    cutOffOn: z.iso.date(),
    cutOffWhy: textOrNull.meta({
      description:
        'Why its list closes then, in words that stand alone; null where it is closed, and of an emergency meeting.',
    }),
    capacity: z.int(),
    sequence: z.int().meta({ description: 'How often its date was set.' }),
    revision: z.int(),
    lockedAt: instantOrNull,
    agendaSentAt: instantOrNull,
    heldAt: instantOrNull,
    warnings: z.object({
      quorate: z.boolean().nullable().meta({ description: 'Null until it is held.' }),
      missingServices: z.array(z.string()).meta({ description: 'Kinds of critical service that were not there.' }),
    }),
    cases: z
      .array(
        z.object({
          reference: z.string(),
          victim: textOrNull.meta({ description: 'For those who may know who it is.' }),
          transferred: z.boolean().meta({ description: 'Taken over from another area.' }),
          transferredFrom: textOrNull.meta({ description: 'The area that sent the case here.' }),
          overflow: z.boolean(),
          children: z.int(),
          repeat: z.boolean(),
          planReviewed: z.boolean(),
          deferrals: z.int(),
          heardBefore: z.iso
            .date()
            .nullable()
            .meta({ description: 'The day on which an earlier meeting heard it, the last one; null where none did.' }),
          openActions: z.int(),
          outcome: z.enum(['presented', 'deferred']).nullable(),
        }),
      )
      .meta({ description: 'Those one may see: cases with children first, then those with adults only.' }),
    research: z.array(z.object({ agency: z.string(), asked: references, missing: references, silentOn: references })),
    minutes: z.object({ version: z.int(), confirmedAt: instantOrNull, sentAt: instantOrNull }).nullable(),
  })
  .meta({ id: 'MeetingBoard' });
export type MeetingBoardView = z.output<typeof meetingBoardView>;
