import type { Fact } from '../../../domain/lifecycle/caseFact.ts';
import type { MeetingFacts } from '../../../domain/lifecycle/facts/meeting.ts';
import { type CaseProjection, nothing, type Projected } from './caseProjection.ts';

export const meetingProjection: CaseProjection<keyof MeetingFacts> = {
  caseListed: ({ data, occurred }, { standing, writes }) => {
    const { listingId: id, meetingId, overflow, reasonId: contentId } = data;
    const listing = { id, meetingId, caseId: standing.id, status: 'listed', overflow, contentId };
    writes.add('listing', { ...listing, occurredAt: occurred.at });
  },
  standsAsHeard: nothing,
  takenOffList: ({ data, occurred }, { writes }) => {
    const { listingId: id, decisionId: contentId } = data;
    writes.add('listing', { id, status: 'takenOff', decidedAt: occurred.at, contentId });
  },
  caseHeard: (fact, projected) => decided(fact, 'heard', fact.data.minuteId, projected),
  heardElsewhere: nothing,
  caseDeferred: (fact, projected) => decided(fact, 'deferred', fact.data.reasonId, projected),
  planReviewed: nothing,
  interimDecided: nothing,
  deferralDecided: nothing,
};

function decided(
  { data, occurred }: Fact<'caseHeard' | 'caseDeferred'>,
  status: string,
  contentId: string | null,
  { writes }: Projected,
): void {
  const { listingId: id, attendance } = data;
  writes.add('listing', { id, status, decidedAt: occurred.at, attendance, contentId });
}
