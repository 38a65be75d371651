import { minutesFile } from '../../../../../../usecases/meetings/papers/meetingPapers.ts';
import { definePage } from '../../../../../definePage.ts';
import { meetingParams } from '../../meetingParams.ts';

/** The minutes as a Word file, with what their reader may see. */
export const minutesWordPage = definePage({
  path: '/meetings/:meetingId/minutes/word',
  permission: 'readMeetingList',
  audit: 'readMinutes',
  params: meetingParams,
  view: 'meetings/_meetingId/minutes/view.njk',
  show: async ({ actor, params, route }, deps) => minutesFile(deps, actor, params.meetingId, route),
});
