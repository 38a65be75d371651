import { isStepWorthOffering } from '../../../../domain/meetings/possibleSteps.ts';
import { getMeeting } from '../../../../usecases/meetings/getMeeting.ts';
import { offeredSteps } from '../../../../usecases/meetings/offeredSteps.ts';
import { ownAgencyCodes } from '../../../../usecases/meetings/ownAgencyCodes.ts';
import { readNames } from '../../../../usecases/office/readNames.ts';
import { meetingStepForms } from '../../../commandForms/meetingSteps.ts';
import { definePage } from '../../../definePage.ts';
import { meetingParams } from './meetingParams.ts';
import { presentMeetingPage } from './present.ts';

/** One meeting: where it stands, its list, what agencies have answered, and what can be done with it next. */
export const meetingPage = definePage({
  path: '/meetings/:meetingId',
  permission: 'readMeetingList',
  audit: 'readMeeting',
  params: meetingParams,
  view: 'meetings/_meetingId/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const read = await getMeeting(deps, actor, params.meetingId, route);
    if (!read.ok) return read;
    const { view } = read;
    const [names, steps, own] = await Promise.all([
      readNames(deps),
      offeredSteps(deps, actor, view),
      ownAgencyCodes(deps, actor),
    ]);
    const answersFor = isStepWorthOffering('returnResearch', view, now) ? own : [];
    const data = {
      ...presentMeetingPage(view, { names, now, answersFor }),
      steps: meetingStepForms
        .filter(({ path }) => steps.some((command) => command.path === path))
        .map(({ label, path }) => ({ text: label, href: `/meetings/${view.meetingId}${path}` })),
      atTheTable: steps.some(({ type }) => type === 'takeCase'),
    };
    return { ok: true, title: data.title, data };
  },
});
