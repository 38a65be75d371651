import type { CourtView } from '../../contracts/views/courtView.ts';
import type { CaseToPresent } from './presentCase.ts';

/** What is before courts and what protects, for readers who may know more of a case than what became of it. */
export function courtOfCase({ details, level, codes, words }: CaseToPresent): CourtView {
  if (level === 'outcome') return { proceedings: [], liveDates: [], breaches: [] };
  const full = level === 'full';
  return {
    proceedings: details.proceedings.map((each) => ({
      proceedingId: each.id,
      kind: each.kind,
      specialist: each.specialist,
      startedOn: each.startedOn,
      outcome: each.outcome,
      endedAt: each.endedAt,
      details: words(each.contentId, full),
      milestones: details.milestones
        .filter(({ proceedingId }) => proceedingId === each.id)
        .map(({ milestone, result, occurredAt, contentId }) => {
          return { milestone, result, occurredAt, details: words(contentId, full) };
        }),
    })),
    liveDates: details.liveDates.map((each) => ({
      liveDateId: each.id,
      kind: each.kind,
      status: each.status,
      at: each.at,
      startsAt: each.startsAt,
      noDate: each.at === null,
      outcome: each.outcome,
      conditions: [...each.conditions],
      agency: each.agencyId === null ? null : codes.agency(each.agencyId),
      authorisedBy: each.authorisedBy,
      watchedById: each.watchedById,
      goesAlong: [...each.companionIds],
      proceedingId: each.proceedingId,
      adjourned: { fromId: each.adjournedFromId, toId: each.adjournedToId, because: each.adjournedBecause },
      reviewedAt: each.reviewedAt,
      told: each.toldAt === null ? null : { at: each.toldAt, result: each.toldResult ?? 'told' },
      details: words(each.contentId, full),
      endedWith: words(each.endContentId, full),
    })),
    breaches: details.breaches.map(({ id, liveDateId, occurredAt, conditions, contentId }) => {
      return { breachId: id, liveDateId, occurredAt, conditions: [...conditions], details: words(contentId, full) };
    }),
  };
}
