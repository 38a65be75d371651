import { z } from 'zod';
import { newMeetingSchema } from '../../contracts/meeting.ts';
import { dateSchema } from '../../contracts/moment.ts';
import { areaSchema, idSchema } from '../../contracts/text.ts';
import { pendingView } from '../../contracts/views/commandView.ts';
import { meetingBoardView } from '../../contracts/views/meetingBoardView.ts';
import { meetingView } from '../../contracts/views/officeViews.ts';
import { addMeeting } from '../../usecases/meetings/addMeeting.ts';
import { getMeeting } from '../../usecases/meetings/getMeeting.ts';
import { listMeetings } from '../../usecases/meetings/listMeetings.ts';
import { commandReply, found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';

const meetingQuery = z.strictObject({
  area: areaSchema.optional(),
  from: dateSchema.optional(),
  until: dateSchema.optional(),
});

export const meetingRoutes = [
  defineRoute({
    method: 'get',
    path: '/meetings',
    summary: 'Meetings, first to last, with how full their lists are',
    tag: 'Meetings',
    permission: 'readMeetings',
    audit: 'readMeetings',
    schema: { query: meetingQuery },
    answers: [
      {
        status: 200,
        description: 'From today for a year, if nothing else is asked.',
        schema: z.object({ items: z.array(meetingView) }),
      },
    ],
    handler: async ({ query }, deps) => {
      const listed = await listMeetings(deps, query);
      return listed.ok ? found({ items: listed.items }) : listed;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/meetings/:meetingId',
    summary: 'A meeting with its list, what agencies have answered, and its minutes',
    tag: 'Meetings',
    permission: 'readMeetingList',
    audit: 'readMeeting',
    schema: { params: z.object({ meetingId: idSchema }) },
    answers: [{ status: 200, description: 'The cases one may see.', schema: meetingBoardView }],
    handler: async ({ actor, params, route }, deps) => {
      const meeting = await getMeeting(deps, actor, params.meetingId, route);
      return meeting.ok ? found(meeting.view, { ETag: `"${meeting.revision}"` }) : meeting;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/meetings',
    summary: 'Add a meeting to an area',
    tag: 'Meetings',
    permission: 'manageMeetings',
    audit: 'addMeeting',
    schema: { body: newMeetingSchema },
    answers: [
      { status: 201, description: 'Added.', schema: meetingView },
      { status: 202, description: 'Kept, and not decided within 5 seconds. Look at Location.', schema: pendingView },
    ],
    handler: async ({ body, ...request }, deps) => {
      const added = await addMeeting(deps, request, body);
      if (!added.ok) return added;
      if ('pending' in added) return commandReply(added.pending, { reference: null, created: true });
      return { ok: true, status: 201, body: added.view };
    },
  }),
];
