import type { FactData } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import type { MergeFacts } from '../facts/merge.ts';
import type { StateChanges } from './stateChanges.ts';

export const mergeState: StateChanges<keyof MergeFacts> = {
  referralMerged: (state, { data }) => ({ merged: { intoCaseId: data.intoCaseId, had: cameAsFarAs(state) } }),
  mergeUndone: () => ({ merged: null }),
  mergeUndoneUngraded: () => ({ merged: null }),
  mergeUndoneUnscreened: () => ({ merged: null }),
  referralJoined: (state, { data }) => joined(state, data),
  referralParted: (state, { data }) => parted(state, data),
};

function cameAsFarAs({ accepted, stage }: CaseState): NonNullable<CaseState['merged']>['had'] {
  if (!accepted) return 'notBeenAccepted';
  return stage === 'graded' ? 'beenGraded' : 'notBeenGraded';
}

function joined(state: CaseState, { fromCaseId, children }: FactData['referralJoined']): Partial<CaseState> {
  const known = children.map(
    ({ childId, notificationId, school }) =>
      [childId, { notified: notificationId !== null, ...(school ? { school: school.result } : {}) }] as const,
  );
  return {
    joined: {
      ...state.joined,
      [fromCaseId]: children.map(({ childId, ageBand }) => ({ childId, minor: ageBand !== 'adult' })),
    },
    children: { ...state.children, ...Object.fromEntries(known) },
  };
}

function parted(state: CaseState, { fromCaseId, childIds }: FactData['referralParted']): Partial<CaseState> {
  const { [fromCaseId]: _gone, ...others } = state.joined ?? {};
  const stay = Object.entries(state.children).filter(([id]) => !childIds.includes(id));
  return { joined: others, children: Object.fromEntries(stay) };
}
