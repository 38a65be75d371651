import type { MinutesView } from '../../../../../contracts/views/meetingDocumentViews.ts';
import { getMinutes } from '../../../../../usecases/meetings/getMinutes.ts';
import { type Names, readNames, readPractitionerNames } from '../../../../../usecases/office/readNames.ts';
import { definePage } from '../../../../definePage.ts';
import { meetingParams } from '../meetingParams.ts';
import { presentMinutes } from './present.ts';

/** The minutes of a meeting: a draft while it is held, then confirmed, then out; to an agency its own actions alone. */
export const minutesPage = definePage({
  path: '/meetings/:meetingId/minutes',
  permission: 'readMeetingList',
  audit: 'readMinutes',
  params: meetingParams,
  view: 'meetings/_meetingId/minutes/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const read = await getMinutes(deps, actor, params.meetingId, { event: 'readMinutes', route });
    if (!read.ok) return read;
    const { attendees, cases } = read.view;
    const ids = [
      ...attendees.map(({ practitionerId }) => practitionerId),
      ...cases.flatMap(({ actions }) => actions.map(({ ownerId }) => ownerId)),
    ];
    const [names, nameOf] = await Promise.all([readNames(deps), readPractitionerNames(deps, ids)]);
    const data = { ...presentMinutes(read.view, { names, nameOf, now }), papers: papersOf(read.view, names) };
    return { ok: true, title: data.title, data };
  },
});

/** The minutes as a file, and a paper for every agency that has an action in what the reader sees. */
function papersOf({ meetingId, state, whole, cases }: MinutesView, names: Names) {
  const agencies = new Set(cases.flatMap(({ actions }) => actions.flatMap(({ agency }) => agency ?? [])));
  const address = `/meetings/${meetingId}`;
  return whole || state === 'sent'
    ? {
        word: `${address}/minutes/word`,
        ofAgencies: [...agencies].toSorted().map((agency) => ({
          text: names.agency(agency) ?? agency,
          href: `${address}/actions/${agency}`,
        })),
      }
    : null;
}
