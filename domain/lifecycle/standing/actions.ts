import type { IsoInstant } from '../../calendar/time.ts';
import type { CaseStanding } from '../caseStanding.ts';
import type { ActionFacts } from '../facts/actions.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

export const actionStanding: StandingChanges<keyof ActionFacts> = {
  actionSet: ({ openActionIds }, { data }) => ({
    openActionIds: [...openActionIds, data.actionId],
    actionsEndedAt: null,
  }),
  actionCompleted: (standing, { data, occurred }) => actionEnded(standing, data.actionId, occurred.at),
  actionNotPossible: (standing, { data, occurred }) => actionEnded(standing, data.actionId, occurred.at),
  actionNotDone: (standing, { data, occurred }) => actionEnded(standing, data.actionId, occurred.at),
  actionReassigned: nothing,
  actionDueMoved: nothing,
};

/** What had ended already, as not done, and is completed late has ended when it first did. */
function actionEnded(standing: CaseStanding, actionId: string, at: IsoInstant): Partial<CaseStanding> {
  if (!standing.openActionIds.includes(actionId)) return {};
  const openActionIds = standing.openActionIds.filter((id) => id !== actionId);
  const ended = { openActionIds, lastActionEndedAt: later(standing.lastActionEndedAt, at) };
  return { ...ended, actionsEndedAt: actionsEnded({ ...standing, ...ended }) };
}

/** When nothing was left to do after the hearing: with the latest outcome, in whatever order they were written down. */
export function actionsEnded({ heardAt, openActionIds, lastActionEndedAt }: CaseStanding): IsoInstant | null {
  return heardAt === null || openActionIds.length > 0 ? null : later(lastActionEndedAt, heardAt);
}

function later(one: IsoInstant | null, other: IsoInstant): IsoInstant {
  return one !== null && one > other ? one : other;
}
