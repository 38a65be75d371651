import { agencyActionsFile } from '../../../../../../../usecases/meetings/papers/meetingPapers.ts';
import { definePage } from '../../../../../../definePage.ts';
import { agencyAtMeetingParams } from '../../../meetingParams.ts';

/** What one agency is to do after a meeting, as a Word file of its own. */
export const agencyActionsWordPage = definePage({
  path: '/meetings/:meetingId/actions/:agency/word',
  permission: 'readMeetingList',
  audit: 'readAgencyActions',
  params: agencyAtMeetingParams,
  view: 'meetings/_meetingId/actions/_agency/view.njk',
  show: async ({ actor, params, route }, deps) => agencyActionsFile(deps, actor, params, route),
});
