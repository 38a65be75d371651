import type { HandoverFacts } from '../../../domain/lifecycle/facts/handover.ts';
import type { CaseProjection } from './caseProjection.ts';
import { handoverMade } from './handoverMade.ts';

export const handoverProjection: CaseProjection<keyof HandoverFacts> = {
  safeguardingHandedOver: ({ data, occurred }, { standing, writes }) =>
    handoverMade(standing.id, data, 'safeguarding', true, occurred.at, writes),
  handedOver: ({ data, occurred }, { standing, writes }) =>
    handoverMade(standing.id, data, 'standardRisk', data.urgent, occurred.at, writes),
  referredOn: ({ data, occurred: { at } }, { standing, writes }) => {
    const { kind, urgent, contentId, insteadOfId } = data;
    handoverMade(standing.id, data, kind, urgent, at, writes);
    writes.add('handover', { id: data.handoverId, contentId, insteadOfId });
    if (insteadOfId !== null) writes.add('handover', { id: insteadOfId, settledAt: at });
  },
  handoverRefused: ({ data, occurred }, { writes }) => {
    const { handoverId: id, reasonId } = data;
    writes.add('handover', { id, acknowledgedAt: null, refusedAt: occurred.at, reasonId });
  },
  refusalSettled: ({ data, occurred }, { writes }) => {
    writes.add('handover', { id: data.handoverId, settledAt: occurred.at, settledReasonId: data.reasonId });
  },
  acknowledged: ({ data, occurred }, { writes }) => {
    writes.add('handover', { id: data.handoverId, acknowledgedAt: occurred.at, refusedAt: null, settledAt: null });
  },
};
