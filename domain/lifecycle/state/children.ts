import type { FactData } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import type { ChildrenFacts } from '../facts/children.ts';
import { nothing, type StateChanges } from './stateChanges.ts';

export const childrenState: StateChanges<keyof ChildrenFacts> = {
  childAdded: (state, { data }) => ({ children: { ...state.children, [data.childId]: { notified: false } } }),
  childPutRight: (state, { data }) => ({ children: { ...state.children, [data.childId]: putRight(state, data) } }),
  childTakenOut: (state, { data }) => takenOut(state, data),
  childrenNotified: (state, { data }) => ({
    children: {
      ...state.children,
      ...Object.fromEntries(data.children.map((id) => [id, { ...state.children[id], notified: true }])),
    },
    handovers: { ...state.handovers, [data.notificationId]: { acknowledged: data.alreadySent } },
  }),
  childServicesFound: nothing,
  schoolsTold: (state, { data }) => {
    const { children, result } = data;
    const told = children.map((id) => [id, { notified: false, ...state.children[id], school: result }] as const);
    return { children: { ...state.children, ...Object.fromEntries(told) } };
  },
};

/** Where other services or another school answer than those that heard, nobody has heard. */
function putRight({ children }: CaseState, { childId, notified, schoolOwed }: FactData['childPutRight']) {
  const { school } = children[childId] ?? {};
  return { notified, ...(school && !schoolOwed ? { school } : {}) };
}

/** A correction is a hand-over like any other; a notification that is taken back is answered by nobody any more. */
function takenOut(
  state: CaseState,
  { childId, withdrawn, corrections }: FactData['childTakenOut'],
): Partial<CaseState> {
  const others = Object.entries(state.children).filter(([id]) => id !== childId);
  const standing = Object.entries(state.handovers).filter(([id]) => !withdrawn.includes(id));
  const owed = corrections.map(({ handoverId }) => [handoverId, { acknowledged: false }] as const);
  const joinedBy = Object.entries(state.joined ?? {}).map(
    ([caseId, children]) => [caseId, children.filter((child) => child.childId !== childId)] as const,
  );
  return {
    children: Object.fromEntries(others),
    handovers: { ...Object.fromEntries(standing), ...Object.fromEntries(owed) },
    ...(state.joined ? { joined: Object.fromEntries(joinedBy) } : {}),
  };
}
