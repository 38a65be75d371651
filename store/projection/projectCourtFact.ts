import type { Fact } from '../../domain/lifecycle/caseFact.ts';
import type { WriteSet } from './writeSet.ts';

type CourtFact = Fact<
  | 'proceedingOpened'
  | 'milestoneReached'
  | 'proceedingEnded'
  | 'liveDateAdded'
  | 'liveDateOutcome'
  | 'hearingAdjourned'
  | 'hearingCompanySet'
  | 'resultTold'
  | 'liveDateMoved'
  | 'liveDateReviewed'
  | 'orderBreached'
  | 'liveDateDisposed'
>;

/** Lays a fact about courts, orders and bail over the tables of the read model. */
export function projectCourtFact(factId: string, fact: CourtFact, caseId: string, writes: WriteSet): void {
  const { at } = fact.occurred;
  switch (fact.type) {
    case 'proceedingOpened': {
      const { proceedingId, ...known } = fact.data;
      writes.add('proceeding', { id: proceedingId, caseId, ...known, outcome: null, endedAt: null });
      return;
    }
    case 'milestoneReached':
      writes.add('milestone', { id: factId, caseId, ...fact.data, occurredAt: at });
      return;
    case 'proceedingEnded':
      writes.add('proceeding', { id: fact.data.proceedingId, outcome: fact.data.outcome, endedAt: at });
      return;
    case 'liveDateAdded':
      return liveDateAdded(fact, caseId, writes);
    case 'liveDateOutcome': {
      const { liveDateId, outcome, contentId, kind } = fact.data;
      // Facts of the first release, which do not say the kind, laid their words over those of the date itself.
      const words = kind === undefined ? (contentId ? { contentId } : {}) : { endContentId: contentId };
      writes.add('live_date', { id: liveDateId, status: 'ended', outcome, ...words });
      return;
    }
    case 'hearingAdjourned': {
      const { liveDateId, nextId, because, contentId } = fact.data;
      const adjourned = { adjournedToId: nextId, adjournedBecause: because, endContentId: contentId };
      writes.add('live_date', { id: liveDateId, status: 'ended', outcome: 'adjourned', ...adjourned });
      return;
    }
    case 'hearingCompanySet':
      writes.add('live_date', { id: fact.data.liveDateId, companionIds: fact.data.companionIds });
      return;
    case 'resultTold':
      writes.add('live_date', { id: fact.data.liveDateId, toldAt: at, toldResult: fact.data.result });
      return;
    case 'liveDateMoved': {
      const { liveDateId, at: until, conditions, authorisedBy } = fact.data;
      writes.add('live_date', {
        ...{ id: liveDateId, at: until },
        ...(conditions ? { conditions } : {}),
        ...(authorisedBy ? { authorisedBy } : {}),
      });
      return;
    }
    case 'liveDateReviewed':
      writes.add('live_date', { id: fact.data.liveDateId, reviewedAt: at });
      return;
    case 'orderBreached': {
      const { breachId, liveDateId, conditions, contentId } = fact.data;
      writes.add('breach', { id: breachId, caseId, liveDateId, conditions, contentId, occurredAt: at });
      return;
    }
    case 'liveDateDisposed': {
      const { liveDateId, disposal, watchedById } = fact.data;
      writes.add('live_date', { id: liveDateId, status: disposal, watchedById });
      return;
    }
  }
}

function liveDateAdded({ data, occurred }: Fact<'liveDateAdded'>, caseId: string, writes: WriteSet): void {
  const { liveDateId, kind, at, contentId, watchedById = null } = data;
  const { proceedingId = null, agencyId = null, authorisedBy = null, adjournedFromId = null } = data;
  writes.add('live_date', {
    id: liveDateId,
    caseId,
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
