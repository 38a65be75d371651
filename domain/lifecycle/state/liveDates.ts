import type { CaseState, LiveDateState } from '../caseState.ts';
import type { LiveDateFacts } from '../facts/liveDates.ts';
import { nothing, type StateChanges } from './stateChanges.ts';

export const liveDateState: StateChanges<keyof LiveDateFacts> = {
  liveDateAdded: (state, { data }) => {
    const { liveDateId, contentId: _words, ...known } = data;
    const standing = known.watchedById ? 'watched' : 'live';
    return { liveDates: { ...state.liveDates, [liveDateId]: { ...known, standing } } };
  },
  liveDateOutcome: (state, { data, occurred }) =>
    withLiveDate(state, data.liveDateId, { standing: 'ended', endedAt: occurred.at }),
  liveDateMoved: (state, { data }) => {
    const { liveDateId, at, conditions, authorisedBy } = data;
    const changed = { at, ...(conditions ? { conditions } : {}), ...(authorisedBy ? { authorisedBy } : {}) };
    return withLiveDate(state, liveDateId, changed);
  },
  liveDateReviewed: nothing,
  orderBreached: nothing,
  liveDateDisposed: (state, { data, occurred }) => {
    const { liveDateId, disposal, watchedById } = data;
    if (disposal === 'watched') return withLiveDate(state, liveDateId, { standing: 'watched', watchedById });
    return withLiveDate(state, liveDateId, { standing: 'ended', endedAt: occurred.at });
  },
};

/** A live date that is known, changed; of another nothing is known here, and nothing changes. */
export function withLiveDate(state: CaseState, id: string, change: Partial<LiveDateState>): Partial<CaseState> {
  const date = state.liveDates[id];
  return date ? { liveDates: { ...state.liveDates, [id]: { ...date, ...change } } } : {};
}
