import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { AgencyActionsView } from '../../contracts/views/meetingDocumentViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { getMinutes } from './getMinutes.ts';
import { ownAgencyCodes } from './ownAgencyCodes.ts';

/**
 * What one agency is to do after a meeting and nothing else: for its own people once the minutes are out, for those who
 * run the meeting of any agency and from the first case taken. To everybody else there is no such paper.
 */
export async function getAgencyActions(
  deps: Dependencies,
  actor: Actor,
  { meetingId, agency }: { readonly meetingId: string; readonly agency: string },
  route: string,
): Promise<{ readonly ok: true; readonly view: AgencyActionsView } | RequestProblem> {
  const read = await getMinutes(deps, actor, meetingId, { event: 'readAgencyActions', route });
  if (isProblem(read)) return read;
  if ((await readCodes(deps)).agencyId(agency) === null) return problem('NOT_FOUND');
  const { whole, state, area, startsAt, cases } = read.view;
  if (!whole && !(await ownAgencyCodes(deps, actor)).includes(agency)) return problem('NOT_FOUND');
  return {
    ok: true,
    view: {
      ...{ meetingId, area, startsAt, state, agency },
      cases: cases.flatMap(({ reference, victim, actions }) => {
        const own = actions.filter((action) => action.agency === agency);
        return own.length === 0 ? [] : [{ reference, victim, actions: own }];
      }),
    },
  };
}
