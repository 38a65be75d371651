import type { Fact } from '../../../domain/lifecycle/caseFact.ts';
import type { ActionFacts } from '../../../domain/lifecycle/facts/actions.ts';
import type { CaseProjection, Projected } from './caseProjection.ts';

export const actionProjection: CaseProjection<keyof ActionFacts> = {
  actionSet,
  actionCompleted: (fact, projected) => actionEnded(fact, 'completed', fact.data.noteId, projected),
  actionNotPossible: (fact, projected) => actionEnded(fact, 'notPossible', fact.data.reasonId, projected),
  actionNotDone: (fact, projected) => actionEnded(fact, 'notDone', fact.data.reasonId, projected),
  actionReassigned: ({ data }, { factId, seq, standing, writes }) => {
    const { actionId, agencyId, ownerId } = data;
    writes.add('action', { id: actionId, agencyId, ownerId, revision: seq });
    writes.add('case_agency', { id: factId, caseId: standing.id, agencyId, part: 'action' });
  },
  actionDueMoved: ({ data }, { seq, writes }) => {
    writes.add('action', { id: data.actionId, revision: seq });
  },
};

function actionSet({ data, occurred }: Fact<'actionSet'>, { seq, standing, writes }: Projected): void {
  const { actionId, agencyId, ownerId, riskCode, urgent, contentId, meetingId } = data;
  writes.add('action', {
    id: actionId,
    caseId: standing.id,
    areaId: standing.areaId,
    agencyId,
    ownerId,
    riskCode,
    urgent,
    status: 'open',
    contentId,
    meetingId,
    revision: seq,
    setAt: occurred.at,
    endedAt: null,
    endContentId: null,
  });
  writes.add('case_agency', { id: actionId, caseId: standing.id, agencyId, part: 'action' });
}

function actionEnded(
  { data, occurred }: Fact<'actionCompleted' | 'actionNotPossible' | 'actionNotDone'>,
  status: string,
  endContentId: string | null,
  { seq, writes }: Projected,
): void {
  writes.add('action', { id: data.actionId, status, endedAt: occurred.at, endContentId, revision: seq });
}
