import type { Fact } from '../../../domain/lifecycle/caseFact.ts';
import type { LiveDateFacts } from '../../../domain/lifecycle/facts/liveDates.ts';
import type { CaseProjection, Projected } from './caseProjection.ts';

export const liveDateProjection: CaseProjection<keyof LiveDateFacts> = {
  liveDateAdded,
  liveDateOutcome: ({ data }, { writes }) => {
    const { liveDateId: id, outcome, contentId, kind } = data;
    // Facts of the first release, which do not say the kind, laid their words over those of the date itself.
    const words = kind === undefined ? (contentId ? { contentId } : {}) : { endContentId: contentId };
    writes.add('live_date', { id, status: 'ended', outcome, ...words });
  },
  liveDateMoved: ({ data }, { writes }) => {
    const { liveDateId: id, at, conditions, authorisedBy } = data;
    const changed = { ...(conditions ? { conditions } : {}), ...(authorisedBy ? { authorisedBy } : {}) };
    writes.add('live_date', { id, at, ...changed });
  },
  liveDateReviewed: ({ data, occurred }, { writes }) => {
    writes.add('live_date', { id: data.liveDateId, reviewedAt: occurred.at });
  },
  orderBreached: ({ data, occurred }, { standing, writes }) => {
    const { breachId: id, liveDateId, conditions, contentId } = data;
    const breach = { id, caseId: standing.id, liveDateId, conditions, contentId };
    writes.add('breach', { ...breach, occurredAt: occurred.at });
  },
  liveDateDisposed: ({ data }, { writes }) => {
    const { liveDateId: id, disposal: status, watchedById } = data;
    writes.add('live_date', { id, status, watchedById });
  },
};

function liveDateAdded({ data, occurred }: Fact<'liveDateAdded'>, { standing, writes }: Projected): void {
  const { liveDateId, kind, at, contentId, watchedById = null } = data;
  const { proceedingId = null, agencyId = null, authorisedBy = null, adjournedFromId = null } = data;
  writes.add('live_date', {
    id: liveDateId,
    caseId: standing.id,
    kind,
    status: watchedById === null ? 'live' : 'watched',
    at,
    contentId,
    addedAt: occurred.at,
    watchedById,
    proceedingId,
    startsAt: data.startsAt ?? null,
    conditions: data.conditions ?? null,
    agencyId,
    authorisedBy,
    companionIds: data.companionIds ?? null,
    adjournedFromId,
  });
}
