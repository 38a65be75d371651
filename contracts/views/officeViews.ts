import { z } from 'zod';
import { roles } from '../../domain/access/role.ts';
import { settlements } from '../../domain/furtherAbuse/settlement.ts';
import { dateOrNull, instantOrNull, instantView, textOrNull, wordsView } from './parts.ts';

export const areaView = z
  .object({
    code: z.string(),
    name: z.string(),
    idvaService: z.string().meta({ description: 'The code of the service whose advisers support victims there.' }),
  })
  .meta({ id: 'Area' });
export const agencyView = z.object({ code: z.string(), name: z.string(), kind: z.string() }).meta({ id: 'Agency' });

const appointments = z.array(z.object({ role: z.string(), area: textOrNull, agency: textOrNull }));

export const practitionerView = z
  .object({ practitionerId: z.uuid(), name: z.string(), endsOn: dateOrNull, appointments })
  .meta({ id: 'Practitioner' });

export const meView = z
  .object({ practitionerId: z.uuid(), name: z.string(), appointments, mayDo: z.array(z.string()) })
  .meta({ id: 'Me' });

export const meetingView = z
  .object({
    meetingId: z.uuid(),
    area: z.string(),
    kind: z.string(),
    status: z.string(),
    on: z.iso.date(),
    startsAt: instantView,
    cutOffOn: z.iso.date(),
    capacity: z.int(),
    listed: z.int().meta({ description: 'Cases on its list now.' }),
    heard: z.int(),
    lockedAt: instantOrNull,
    agendaSentAt: instantOrNull,
    minutesSentAt: instantOrNull,
  })
  .meta({ id: 'Meeting' });
export type MeetingView = z.output<typeof meetingView>;

const meetingNamed = z
  .object({ meetingId: z.uuid(), on: z.iso.date() })
  .nullable()
  .meta({ description: 'The meeting it is about, where it is about one.' });

/** What is stuck, and of what kind: each line is somebody's task. */
export const exceptionView = z
  .object({
    kind: z.enum([
      'unallocated',
      'suspended',
      'incomplete',
      'parked',
      'nobodyToTell',
      'notConcluded',
      'noMeeting',
      'twoAreas',
      'likelyMatch',
      'leaver',
      'postEnds',
      'undelivered',
      'highNotReferred',
      'assessmentRefused',
      'furtherAbuseUnmatched',
      'furtherAbuseAfterEnd',
      'furtherAbuseNotRecorded',
      'sealerStopped',
    ]),
    what: z.string(),
    reference: textOrNull,
    meeting: meetingNamed,
    area: textOrNull,
    id: textOrNull.meta({ description: 'The message or report, where it is about one.' }),
    post: z
      .object({ role: z.enum(roles), agency: textOrNull })
      .nullable()
      .optional()
      .meta({ description: 'The post, where it is about one; for its area, where it has one.' }),
    since: instantView,
  })
  .meta({ id: 'Exception' });
export type ExceptionView = z.output<typeof exceptionView>;

export const deliveryView = z
  .object({
    deliveryId: z.uuid(),
    reference: textOrNull,
    meeting: meetingNamed,
    recipientId: z.uuid(),
    asRole: z.string(),
    status: z.enum(['undelivered', 'waiting']),
    error: textOrNull,
    attempts: z.int(),
    createdAt: instantView,
  })
  .meta({ id: 'Delivery' });

export const receiptView = z
  .object({ receipt: z.uuid(), received: z.literal(true) })
  .meta({ id: 'Receipt', description: 'The same for every report: nobody learns whether the people are known.' });

export const reportSettledView = z
  .object({ reference: textOrNull.meta({ description: 'The case it was matched with; null where it was with none.' }) })
  .meta({ id: 'ReportSettled' });

export const furtherAbuseReportView = z
  .object({
    reportId: z.uuid(),
    status: z.string(),
    incidentAt: instantView,
    receivedAt: instantView,
    reporterId: z.uuid(),
    reference: textOrNull.meta({ description: 'The last case of the two people, where they are known.' }),
    repeat: textOrNull.meta({ description: 'The case that was opened for it, where it is a repeat.' }),
    settled: z
      .object({
        as: z.enum(settlements),
        at: instantView,
        byId: z.uuid(),
        reason: wordsView,
      })
      .nullable()
      .meta({ description: 'What a person said becomes of it, where it waited for one.' }),
    takenOut: z
      .object({
        at: instantView,
        byId: z.uuid(),
        reference: textOrNull.meta({
          description: 'The case it had been put with; null for who is not shown all of it.',
        }),
        repeat: textOrNull.meta({ description: 'The case that had been opened for it.' }),
        reason: wordsView,
      })
      .nullable()
      .meta({ description: 'That it was taken out of a case last, since it is about other people.' }),
    content: z.unknown().nullable(),
  })
  .meta({ id: 'FurtherAbuseReport' });
