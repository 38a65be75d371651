import { z } from 'zod';
import { newMeetingSchema } from '../../contracts/meeting.ts';
import { dateSchema } from '../../contracts/moment.ts';
import { areaSchema } from '../../contracts/text.ts';
import { meetingView } from '../../contracts/views/officeViews.ts';
import { addMeeting } from '../../usecases/meetings/addMeeting.ts';
import { listMeetings } from '../../usecases/meetings/listMeetings.ts';
import { found } from '../answers.ts';
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
    method: 'post',
    path: '/meetings',
    summary: 'Add a meeting to an area',
    tag: 'Meetings',
    permission: 'manageMeetings',
    audit: 'addMeeting',
    schema: { body: newMeetingSchema },
    answers: [{ status: 201, description: 'Added.', schema: meetingView }],
    handler: async ({ body, ...request }, deps) => {
      const added = await addMeeting(deps, request, body);
      return added.ok ? { ok: true, status: 201, body: added.view } : added;
    },
  }),
];
