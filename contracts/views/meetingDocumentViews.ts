import { z } from 'zod';
import { clockView } from './clockView.ts';
import { dueView, instantOrNull, instantView, textOrNull, wordsView } from './parts.ts';

const agendaCase = z
  .object({
    number: z.int().meta({ description: 'The number it is called up by.' }),
    reference: z.string(),
    victim: textOrNull,
    perpetrator: textOrNull,
    children: z.int(),
    repeat: z.boolean(),
    planReviewed: z.boolean(),
    transferred: z.boolean(),
    transferredFrom: textOrNull.meta({ description: 'The area that sent the case here.' }),
    deferrals: z.int(),
    openActions: z.int(),
    heardBefore: z.iso
      .date()
      .nullable()
      .meta({ description: 'The day on which an earlier meeting heard it, the last one; null where none did.' }),
    overflow: z.boolean(),
    victimView: wordsView.meta({
      description:
        'What the victim wants the meeting to know, where the adviser recorded it; for those who run the meeting.',
    }),
    missing: z.array(z.string()).meta({ description: 'Agencies whose research has not come back.' }),
    outcome: z.enum(['presented', 'deferred']).nullable(),
  })
  .meta({ id: 'AgendaCase' });

/** The agenda of a meeting in the practised order, with the cases its reader may see. */
export const agendaView = z
  .object({
    meetingId: z.uuid(),
    area: z.string(),
    kind: z.string(),
    startsAt: instantView,
    sentAt: instantOrNull,
    headings: z.array(z.string()).meta({ description: 'In this order.' }),
    unfinishedActions: z.array(
      z.object({ clock: clockView, agency: textOrNull, risk: z.string(), description: wordsView }),
    ),
    casesWithChildren: z.array(agendaCase),
    casesWithAdults: z.array(agendaCase),
    reachingTwelveMonths: z.array(z.object({ reference: z.string(), endsOn: z.iso.date() })),
  })
  .meta({ id: 'Agenda' });
export type AgendaView = z.output<typeof agendaView>;

const attendee = z.object({
  attendeeId: z.uuid(),
  agency: textOrNull,
  practitionerId: textOrNull,
  name: wordsView,
  presence: z.enum(['present', 'deputy', 'absent', 'apologies']),
  signed: z.boolean(),
});

const takenAction = z.object({
  actionId: z.uuid(),
  agency: textOrNull,
  ownerId: textOrNull,
  risk: z.string(),
  urgent: z.boolean(),
  due: dueView.nullable().meta({ description: 'Null: by the policy of the area.' }),
  description: wordsView,
});

/** What a meeting did with one case. */
export const caseTakenView = z
  .object({
    reference: z.string(),
    victim: textOrNull,
    outcome: z.enum(['presented', 'deferred']),
    presentedBy: textOrNull,
    because: textOrNull.meta({ description: 'Why it was deferred, as a code.' }),
    reason: wordsView,
    information: z.array(z.object({ agency: textOrNull, words: wordsView })),
    risks: z.array(z.string()),
    decision: wordsView,
    minute: wordsView,
    actions: z.array(takenAction),
  })
  .meta({ id: 'CaseTakenAtMeeting' });
export type CaseTakenView = z.output<typeof caseTakenView>;

/** The minutes of a meeting: to those who run it everything, to an agency its own actions alone. */
export const minutesView = z
  .object({
    meetingId: z.uuid(),
    area: z.string(),
    startsAt: instantView,
    heldAt: instantOrNull,
    state: z.enum(['draft', 'confirmed', 'sent']),
    versionOut: z
      .int()
      .nullable()
      .meta({ description: 'The version that has gone out. It stays while a correction is being made.' }),
    whole: z.boolean().meta({ description: 'False for an agency: it is given its own actions alone.' }),
    attendees: z.array(attendee),
    cases: z.array(caseTakenView),
    versions: z.array(z.object({ version: z.int(), at: instantView, words: wordsView, reason: wordsView })),
    revision: z.int(),
  })
  .meta({ id: 'MeetingMinutes' });
export type MinutesView = z.output<typeof minutesView>;

/** What one agency is to do after a meeting, and nothing of any other. */
export const agencyActionsView = z
  .object({
    meetingId: z.uuid(),
    area: z.string(),
    startsAt: instantView,
    state: z.enum(['draft', 'confirmed', 'sent']),
    agency: z.string(),
    cases: z.array(z.object({ reference: z.string(), victim: textOrNull, actions: z.array(takenAction) })),
  })
  .meta({ id: 'AgencyActions' });
export type AgencyActionsView = z.output<typeof agencyActionsView>;

/** One case of a meeting for those who run it: what the agencies answered, and what was recorded last. */
export const caseAtMeetingView = z
  .object({
    reference: z.string(),
    victim: textOrNull,
    perpetrator: textOrNull,
    research: z.array(
      z.object({
        agency: textOrNull,
        result: z.enum(['nothingKnown', 'informationHeld', 'declined', 'missing']),
        words: wordsView,
      }),
    ),
    taken: caseTakenView.nullable(),
  })
  .meta({ id: 'CaseAtMeeting' });
export type CaseAtMeetingView = z.output<typeof caseAtMeetingView>;
