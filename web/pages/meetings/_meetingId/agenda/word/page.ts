import { agendaFile } from '../../../../../../usecases/meetings/papers/meetingPapers.ts';
import { definePage } from '../../../../../definePage.ts';
import { meetingParams } from '../../meetingParams.ts';

/** The agenda as a Word file, with what its reader may see. */
export const agendaWordPage = definePage({
  path: '/meetings/:meetingId/agenda/word',
  permission: 'readMeetingList',
  audit: 'readAgenda',
  params: meetingParams,
  view: 'meetings/_meetingId/agenda/view.njk',
  show: async ({ actor, params, route }, deps) => agendaFile(deps, actor, params.meetingId, route),
});
