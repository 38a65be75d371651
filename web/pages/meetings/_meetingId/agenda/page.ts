import { getAgenda } from '../../../../../usecases/meetings/getAgenda.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { definePage } from '../../../../definePage.ts';
import { meetingParams } from '../meetingParams.ts';
import { presentAgenda } from './present.ts';

/** The agenda of a meeting in the practised order, to read and to print. */
export const agendaPage = definePage({
  path: '/meetings/:meetingId/agenda',
  permission: 'readMeetingList',
  audit: 'readAgenda',
  params: meetingParams,
  view: 'meetings/_meetingId/agenda/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const read = await getAgenda(deps, actor, params.meetingId, route);
    if (!read.ok) return read;
    const data = presentAgenda(read.view, await readNames(deps), now);
    return { ok: true, title: data.title, data };
  },
});
