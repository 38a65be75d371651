import { z } from 'zod';
import { areaSchema } from '../../../../contracts/text.ts';
import { mayDo } from '../../../../domain/access/mayDo.ts';
import { meetingsBoard } from '../../../../usecases/meetings/meetingsBoard.ts';
import { listAreas } from '../../../../usecases/office/listOffice.ts';
import { readNames } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { afterQuery, chosen, pagingOf } from '../../../paging.ts';
import { labelOf } from '../../../wording/labels.ts';
import { meetingKindLabels, meetingStateWords, meetingWhen, placesWords } from '../../../wording/meetings.ts';

const linesShown = 25;

/** The meetings ahead, or those behind, with how full they are and what is next with each. */
export const meetingsPage = definePage({
  path: '/meetings',
  permission: 'readMeetings',
  audit: 'readMeetings',
  query: z.object({
    area: chosen(areaSchema),
    when: chosen(z.enum(['past'])),
    after: afterQuery.optional(),
  }),
  askedOnPage: { typed: [] },
  view: 'meetings/list/view.njk',
  navigation: { label: 'Meetings', order: 45 },
  show: async ({ actor, query, now }, deps) => {
    const { after = null, ...filter } = query;
    const question = { area: filter.area, past: filter.when === 'past', after, limit: linesShown };
    const [board, names, areas] = await Promise.all([
      meetingsBoard(deps, actor, question),
      readNames(deps),
      listAreas(deps),
    ]);
    if (!board.ok) return board;
    const mayOpen = mayDo(actor, 'readMeetingList', null);
    const data = {
      meetings: board.items.map((meeting) => ({
        href: mayOpen ? `/meetings/${meeting.meetingId}` : null,
        area: names.area(meeting.area),
        kind: meeting.kind === 'ordinary' ? null : labelOf(meetingKindLabels, meeting.kind),
        when: meetingWhen(meeting, now),
        places: placesWords(meeting.listed + meeting.heard, meeting.capacity),
        state: meetingStateWords(meeting, now),
      })),
      areas: areas.map(({ code, name }) => ({ value: code, text: name })),
      asked: filter,
      mayCall: mayDo(actor, 'manageMeetings', null),
      isFiltered: Object.values(filter).some((value) => value !== undefined),
      paging: pagingOf('/meetings', filter, after === null, board.next),
    };
    return { ok: true, title: 'Meetings', data };
  },
});
