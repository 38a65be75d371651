import type { CaseState } from '../caseState.ts';
import type { HandoverFacts } from '../facts/handover.ts';
import type { StateChanges } from './stateChanges.ts';

export const handoverState: StateChanges<keyof HandoverFacts> = {
  safeguardingHandedOver: (state, { data }) => withHandover(state, data.handoverId, { acknowledged: false }),
  handedOver: (state, { data }) => withHandover(state, data.handoverId, { acknowledged: false }),
  referredOn: (state, { data }) => {
    const made = withHandover(state, data.handoverId, { acknowledged: false });
    return data.insteadOfId === null ? made : settled({ ...state, ...made }, data.insteadOfId);
  },
  handoverRefused: (state, { data }) => withHandover(state, data.handoverId, { acknowledged: false, refused: true }),
  refusalSettled: (state, { data }) => settled(state, data.handoverId),
  acknowledged: (state, { data }) => withHandover(state, data.handoverId, { acknowledged: true }),
};

function withHandover(state: CaseState, id: string, is: CaseState['handovers'][string]): Partial<CaseState> {
  return { handovers: { ...state.handovers, [id]: is } };
}

function settled(state: CaseState, id: string): Partial<CaseState> {
  return withHandover(state, id, { acknowledged: false, refused: true, settled: true });
}
