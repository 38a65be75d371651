import { londonDate } from '../../../../../../domain/calendar/london.ts';
import { getAgencyActions } from '../../../../../../usecases/meetings/getAgencyActions.ts';
import { readNames, readPractitionerNames } from '../../../../../../usecases/office/readNames.ts';
import { definePage } from '../../../../../definePage.ts';
import { dayWords } from '../../../../../wording/days.ts';
import { presentActions } from '../../minutes/present.ts';
import { agencyAtMeetingParams } from '../../meetingParams.ts';

/** What one agency is to do after a meeting, and nothing of any other. */
export const agencyActionsPage = definePage({
  path: '/meetings/:meetingId/actions/:agency',
  permission: 'readMeetingList',
  audit: 'readAgencyActions',
  params: agencyAtMeetingParams,
  view: 'meetings/_meetingId/actions/_agency/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const read = await getAgencyActions(deps, actor, params, route);
    if (!read.ok) return read;
    const { view } = read;
    const ids = view.cases.flatMap(({ actions }) => actions.map(({ ownerId }) => ownerId));
    const [names, nameOf] = await Promise.all([readNames(deps), readPractitionerNames(deps, ids)]);
    const given = { names, nameOf, now };
    const address = `/meetings/${view.meetingId}`;
    const data = {
      address,
      word: `${address}/actions/${view.agency}/word`,
      meeting: `${names.area(view.area)}, ${dayWords(londonDate(view.startsAt), londonDate(now))}`,
      cases: view.cases.map(({ reference, victim, actions }) => ({
        ...{ reference, victim },
        actions: presentActions(actions, given),
      })),
    };
    return { ok: true, title: `Actions of ${names.agency(view.agency) ?? view.agency}`, data };
  },
});
