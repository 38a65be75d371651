import { meetingInvitation } from '../../../../../usecases/meetings/meetingInvitation.ts';
import { definePage } from '../../../../definePage.ts';
import { meetingParams } from '../meetingParams.ts';

/** The meeting as a file that calendars take. */
export const invitationPage = definePage({
  path: '/meetings/:meetingId/invitation',
  permission: 'readMeetings',
  audit: 'readInvitation',
  params: meetingParams,
  view: 'meetings/_meetingId/view.njk',
  show: async ({ actor, params, route, publicUrl }, deps) =>
    meetingInvitation(deps, actor, { ...params, publicUrl }, route),
});
