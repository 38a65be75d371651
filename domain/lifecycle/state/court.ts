import type { CourtFacts } from '../facts/court.ts';
import { withLiveDate } from './liveDates.ts';
import { nothing, type StateChanges } from './stateChanges.ts';

export const courtState: StateChanges<keyof CourtFacts> = {
  proceedingOpened: (state, { data }) => {
    const { proceedingId, kind, startedOn } = data;
    return { proceedings: { ...state.proceedings, [proceedingId]: { kind, startedOn, ended: false } } };
  },
  milestoneReached: nothing,
  proceedingEnded: (state, { data }) => {
    const proceeding = state.proceedings[data.proceedingId];
    if (!proceeding) return {};
    return { proceedings: { ...state.proceedings, [data.proceedingId]: { ...proceeding, ended: true } } };
  },
  hearingAdjourned: (state, { data, occurred }) =>
    withLiveDate(state, data.liveDateId, { standing: 'ended', endedAt: occurred.at }),
  hearingCompanySet: (state, { data }) => withLiveDate(state, data.liveDateId, { companionIds: data.companionIds }),
  resultTold: nothing,
};
