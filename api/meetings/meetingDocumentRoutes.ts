import { z } from 'zod';
import { referenceParam } from '../../contracts/address.ts';
import { idSchema } from '../../contracts/text.ts';
import { agendaView, caseAtMeetingView, minutesView } from '../../contracts/views/meetingDocumentViews.ts';
import { getAgenda } from '../../usecases/meetings/getAgenda.ts';
import { getCaseAtMeeting } from '../../usecases/meetings/getCaseAtMeeting.ts';
import { getMinutes } from '../../usecases/meetings/getMinutes.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

const params = z.object({ meetingId: idSchema });

/** What a meeting is run by: its agenda, each case with what agencies answered, and its minutes. */
export const meetingDocumentRoutes = [
  defineRoute({
    method: 'get',
    path: '/meetings/:meetingId/agenda',
    summary: 'The agenda in the practised order',
    tag: 'Meetings',
    permission: 'readMeetingList',
    audit: 'readAgenda',
    schema: { params },
    answers: [{ status: 200, description: 'With the cases one may see.', schema: agendaView }],
    handler: async ({ actor, params: { meetingId }, route }, deps) => {
      const agenda = await getAgenda(deps, actor, meetingId, route);
      return agenda.ok ? found(agenda.view) : agenda;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/meetings/:meetingId/cases/:reference',
    summary: 'One case of a meeting with what each agency answered, for those who run it',
    tag: 'Meetings',
    permission: 'runMeeting',
    audit: 'readCaseAtMeeting',
    schema: { params: params.extend({ reference: referenceParam }) },
    answers: [{ status: 200, description: 'Restricted to the meeting.', schema: caseAtMeetingView }],
    handler: async ({ actor, params: address, route }, deps) => {
      const read = await getCaseAtMeeting(deps, actor, address, route);
      return read.ok ? found(read.view) : read;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/meetings/:meetingId/minutes',
    summary: 'The minutes: whole for those who run the meeting, for an agency its own actions once they are out',
    tag: 'Meetings',
    permission: 'readMeetingList',
    audit: 'readMinutes',
    schema: { params },
    answers: [{ status: 200, description: 'As they stand.', schema: minutesView }],
    handler: async ({ actor, params: { meetingId }, route }, deps) => {
      const minutes = await getMinutes(deps, actor, meetingId, { event: 'readMinutes', route });
      return minutes.ok ? found(minutes.view, { ETag: `"${minutes.view.revision}"` }) : minutes;
    },
  }),
];
