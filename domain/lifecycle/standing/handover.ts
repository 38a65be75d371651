import type { HandoverFacts } from '../facts/handover.ts';
import { isHandedOver } from '../isHandedOver.ts';
import { nothing, type StandingChanges } from './standingChanges.ts';

export const handoverStanding: StandingChanges<keyof HandoverFacts> = {
  safeguardingHandedOver: nothing,
  // Until somebody else has said that they take it on, the victim is the service's.
  handedOver: ({ idvaServiceId }, { data }) => ({
    withIdva: true,
    handedOverId: data.toAgencyId === idvaServiceId ? null : data.handoverId,
  }),
  referredOn: (standing, { data }) =>
    isHandedOver(standing, data.insteadOfId) ? { withIdva: true, handedOverId: data.handoverId } : {},
  handoverRefused: (standing, { data }) => (isHandedOver(standing, data.handoverId) ? { withIdva: true } : {}),
  refusalSettled: nothing,
  acknowledged: (standing, { data }) => (isHandedOver(standing, data.handoverId) ? { withIdva: false } : {}),
};
