import * as body from '../../contracts/meetingCommands.ts';
import { escalationAcknowledgementSchema } from '../../contracts/clock.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { MeetingDesk } from './meetingCommand.ts';
import { meetingCommand } from './meetingCommand.ts';

/** Every command about a meeting that is called already; the routes are made from this table. */
export const meetingCommands = [
  meetingCommand({
    type: 'moveMeeting',
    path: '/move',
    summary: 'Move the meeting to another moment, with its cases',
    permission: 'manageMeetings',
    schema: body.meetingMoveSchema,
    payload: ({ startsAt, reason }, desk) => ({
      startsAt,
      on: londonDate(startsAt),
      reasonId: desk.keep('reason', reason),
    }),
  }),
  meetingCommand({
    type: 'cancelMeeting',
    path: '/cancellation',
    summary: 'Cancel the meeting: every case on its list is listed again elsewhere',
    permission: 'manageMeetings',
    schema: body.meetingCancellationSchema,
    payload: ({ reason }, desk) => ({ reasonId: desk.keep('reason', reason) }),
  }),
  meetingCommand({
    type: 'lockList',
    path: '/lock',
    summary: 'Lock the list before its cut-off, and ask the agencies',
    permission: 'runMeeting',
    schema: body.meetingStepSchema,
    payload: () => ({}),
  }),
  meetingCommand({
    type: 'returnResearch',
    path: '/research',
    summary: 'Return what an agency knows of one case, or that it knows nothing',
    permission: 'returnResearch',
    forOwnAgency: true,
    schema: body.researchReturnSchema,
    named: ({ agency }) => ({ agencies: [agency] }),
    reference: ({ reference }) => reference,
    payload: (research, desk) => ({
      agencyId: desk.agency(research.agency),
      caseId: desk.caseId,
      result: research.result,
      contentId: research.result === 'nothingKnown' ? null : desk.keep('research', research.words),
    }),
  }),
  meetingCommand({
    type: 'sendAgenda',
    path: '/agenda-sending',
    summary: 'Record that the agenda has gone out',
    permission: 'runMeeting',
    schema: body.meetingStepSchema,
    payload: () => ({}),
  }),
  meetingCommand({
    type: 'recordAttendance',
    path: '/attendance',
    summary: 'Record who is at the table, and who has signed for confidentiality',
    permission: 'runMeeting',
    schema: body.attendanceSchema,
    named: ({ attendees }) => ({
      agencies: attendees.map(({ agency }) => agency),
      practitioners: attendees.flatMap(({ practitioner }) => practitioner ?? []),
    }),
    payload: ({ attendees }, desk) => ({
      attendees: attendees.map(({ agency, practitioner, name, presence, signed }, index) => ({
        attendeeId: desk.id(`attendee/${index}`),
        agencyId: desk.agency(agency),
        practitionerId: practitioner ?? null,
        nameId: desk.keepIfAny('attendee', name, `attendee/${index}/name`),
        presence,
        signed,
      })),
    }),
  }),
  meetingCommand({
    type: 'takeCase',
    path: '/cases',
    summary: 'Record what the meeting did with one case',
    permission: 'runMeeting',
    schema: body.caseTakenSchema,
    named: (taken) => namedInCase(taken),
    reference: ({ reference }) => reference,
    payload: (taken, desk) =>
      taken.outcome === 'deferred'
        ? {
            outcome: 'deferred',
            caseId: desk.caseId,
            because: taken.because,
            reasonId: desk.keep('reason', taken.reason),
          }
        : presented(taken, desk),
  }),
  meetingCommand({
    type: 'concludeMeeting',
    path: '/conclusion',
    summary: 'Conclude the meeting: what was decided goes to every case',
    permission: 'runMeeting',
    schema: body.meetingStepSchema,
    payload: () => ({}),
  }),
  meetingCommand({
    type: 'confirmMinutes',
    path: '/minutes-confirmation',
    summary: 'Confirm the minutes of a meeting that was held',
    permission: 'runMeeting',
    schema: body.minutesConfirmationSchema,
    payload: ({ remarks }, desk) => ({ contentId: desk.keepIfAny('minutes', remarks) }),
  }),
  meetingCommand({
    type: 'sendMinutes',
    path: '/minutes-sending',
    summary: 'Send the confirmed minutes: to each agency what concerns it',
    permission: 'runMeeting',
    schema: body.meetingStepSchema,
    payload: () => ({}),
  }),
  meetingCommand({
    type: 'correctMinutes',
    path: '/minutes-corrections',
    summary: 'Correct the minutes by a new version',
    permission: 'runMeeting',
    schema: body.minutesCorrectionSchema,
    payload: ({ correction, reason }, desk) => ({
      reasonId: desk.keep('reason', reason),
      contentId: desk.keep('minutes', correction),
    }),
  }),
  meetingCommand({
    type: 'acknowledgeDelay',
    path: '/clocks/:clockId/acknowledgement',
    summary: 'Acknowledge an escalation of the meeting until a near date',
    permission: 'runMeeting',
    schema: escalationAcknowledgementSchema,
    payload: ({ until, reason }, desk) => ({
      clockId: desk.subjectId,
      until,
      reasonId: desk.keep('reason', reason),
    }),
  }),
];

type CaseTaken = body.CaseTakenBody;

function namedInCase(taken: CaseTaken) {
  if (taken.outcome === 'deferred') return {};
  return {
    agencies: [
      taken.presentedBy,
      ...taken.information.map(({ agency }) => agency),
      ...taken.actions.map(({ agency }) => agency),
    ],
    practitioners: taken.actions.flatMap(({ owner }) => owner ?? []),
  };
}

function presented(taken: Extract<CaseTaken, { outcome: 'presented' }>, desk: MeetingDesk) {
  return {
    outcome: 'presented' as const,
    caseId: desk.caseId,
    presentedById: desk.agency(taken.presentedBy),
    information: taken.information.map(({ agency, words }, index) => ({
      agencyId: desk.agency(agency),
      contentId: desk.keep('information', words, `information/${index}`),
    })),
    risks: taken.risks,
    decisionId: desk.keepIfAny('decision', taken.decision),
    minuteId: desk.keepIfAny('minute', taken.minute),
    actions: taken.actions.map((action, index) => ({
      actionId: desk.id(`action/${index}`),
      agencyId: desk.agency(action.agency),
      ownerId: action.owner ?? null,
      riskCode: action.risk,
      urgent: action.urgent,
      due: action.due ?? null,
      contentId: desk.keep('action', action.description, `action/${index}/words`),
    })),
  };
}
