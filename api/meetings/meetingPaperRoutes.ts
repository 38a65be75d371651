import { z } from 'zod';
import { agencySchema, idSchema } from '../../contracts/text.ts';
import { agencyActionsView } from '../../contracts/views/meetingDocumentViews.ts';
import { getAgencyActions } from '../../usecases/meetings/getAgencyActions.ts';
import { meetingInvitation } from '../../usecases/meetings/meetingInvitation.ts';
import { agencyActionsFile, agendaFile, minutesFile } from '../../usecases/meetings/papers/meetingPapers.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { fileReply, fileSchema, wordAnswer } from '../wordFiles.ts';

const params = z.object({ meetingId: idSchema });
const ofAgency = params.extend({ agency: agencySchema });

/** The papers of a meeting: the same as their JSON siblings, as files to save, and the meeting for a calendar. */
export const meetingPaperRoutes = [
  defineRoute({
    method: 'get',
    path: '/meetings/:meetingId/agenda.docx',
    summary: 'The agenda as a Word file',
    tag: 'Meetings',
    permission: 'readMeetingList',
    audit: 'readAgenda',
    schema: { params },
    answers: [wordAnswer],
    handler: async ({ actor, params: { meetingId }, route }, deps) =>
      fileReply(await agendaFile(deps, actor, meetingId, route)),
  }),
  defineRoute({
    method: 'get',
    path: '/meetings/:meetingId/minutes.docx',
    summary: 'The minutes as a Word file',
    tag: 'Meetings',
    permission: 'readMeetingList',
    audit: 'readMinutes',
    schema: { params },
    answers: [wordAnswer],
    handler: async ({ actor, params: { meetingId }, route }, deps) =>
      fileReply(await minutesFile(deps, actor, meetingId, route)),
  }),
  defineRoute({
    method: 'get',
    path: '/meetings/:meetingId/actions/:agency',
    summary: 'What one agency is to do after a meeting: for its own people, and for those who run the meeting',
    tag: 'Meetings',
    permission: 'readMeetingList',
    audit: 'readAgencyActions',
    schema: { params: ofAgency },
    answers: [{ status: 200, description: 'Its own actions alone.', schema: agencyActionsView }],
    handler: async ({ actor, params: which, route }, deps) => {
      const read = await getAgencyActions(deps, actor, which, route);
      return read.ok ? found(read.view) : read;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/meetings/:meetingId/actions/:agency/word',
    summary: 'What one agency is to do after a meeting, as a Word file',
    tag: 'Meetings',
    permission: 'readMeetingList',
    audit: 'readAgencyActions',
    schema: { params: ofAgency },
    answers: [wordAnswer],
    handler: async ({ actor, params: which, route }, deps) =>
      fileReply(await agencyActionsFile(deps, actor, which, route)),
  }),
  defineRoute({
    method: 'get',
    path: '/meetings/:meetingId/invitation.ics',
    summary: 'The meeting for a calendar: its day, its move or its cancellation, and nothing of any case',
    tag: 'Meetings',
    permission: 'readMeetings',
    audit: 'readInvitation',
    schema: { params },
    answers: [{ status: 200, description: 'iCalendar.', schema: fileSchema, contentType: 'text/calendar' }],
    handler: async ({ actor, params: { meetingId }, route }, deps) =>
      fileReply(await meetingInvitation(deps, actor, { meetingId, publicUrl: null }, route)),
  }),
];
