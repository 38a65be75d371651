import type { CourtFacts } from '../../../domain/lifecycle/facts/court.ts';
import type { CaseProjection } from './caseProjection.ts';

export const courtProjection: CaseProjection<keyof CourtFacts> = {
  proceedingOpened: ({ data }, { standing, writes }) => {
    const { proceedingId: id, ...known } = data;
    writes.add('proceeding', { id, caseId: standing.id, ...known, outcome: null, endedAt: null });
  },
  milestoneReached: ({ data, occurred }, { factId, standing, writes }) => {
    writes.add('milestone', { id: factId, caseId: standing.id, ...data, occurredAt: occurred.at });
  },
  proceedingEnded: ({ data, occurred }, { writes }) => {
    writes.add('proceeding', { id: data.proceedingId, outcome: data.outcome, endedAt: occurred.at });
  },
  hearingAdjourned: ({ data }, { writes }) => {
    const { liveDateId: id, nextId, because, contentId } = data;
    const adjourned = { adjournedToId: nextId, adjournedBecause: because, endContentId: contentId };
    writes.add('live_date', { id, status: 'ended', outcome: 'adjourned', ...adjourned });
  },
  hearingCompanySet: ({ data }, { writes }) => {
    writes.add('live_date', { id: data.liveDateId, companionIds: data.companionIds });
  },
  resultTold: ({ data, occurred }, { writes }) => {
    writes.add('live_date', { id: data.liveDateId, toldAt: occurred.at, toldResult: data.result });
  },
};
