import type { CaseState } from '../caseState.ts';
import { propose, type Decider } from '../command.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** Whoever was handed something says that it arrived and that they take it on, after a refusal too. */
export const recordAcknowledgement: Decider<'recordAcknowledgement'> = (state, { handoverId }, { occurred }) => {
  const handover = state.handovers[handoverId];
  if (!handover) return refuse('UNKNOWN_HANDOVER');
  if (handover.acknowledged) return refuse('ALREADY_ACKNOWLEDGED');
  return propose([{ type: 'acknowledged', occurred, data: { handoverId } }]);
};

/** Whoever was handed something does not take it on, or gives it back; then the area decides what follows. */
export const refuseHandover: Decider<'refuseHandover'> = (state, payload, { occurred }) => {
  const handover = state.handovers[payload.handoverId];
  if (!handover) return refuse('UNKNOWN_HANDOVER');
  if (handover.refused) return refuse('ALREADY_REFUSED');
  return propose([{ type: 'handoverRefused', occurred, data: payload }]);
};

/** The victim is referred to a service outside MARAC, which has to say that it takes it on. */
export const referOn: Decider<'referOn'> = (state, payload, { occurred }) => {
  const { insteadOfId } = payload;
  if (insteadOfId !== null) {
    const refusal = unlessRefused(state, insteadOfId);
    if (refusal) return refusal;
  }
  return propose([{ type: 'referredOn', occurred, data: payload }]);
};

/** A named person decides, with a reason, that nobody else is asked after a refusal. */
export const settleRefusal: Decider<'settleRefusal'> = (state, payload, { occurred }) =>
  unlessRefused(state, payload.handoverId) ?? propose([{ type: 'refusalSettled', occurred, data: payload }]);

/** A named person decides where a case goes that scored high, below the county's threshold, without consent. */
export const decideOnConsent: Decider<'decideOnConsent'> = (state, payload) =>
  state.consentOwed ? propose([], { type: 'decideOnConsent', ...payload }) : refuse('NO_CONSENT_DECISION');

/** What was refused waits until something follows; once something has, there is nothing left to decide. */
function unlessRefused({ handovers }: CaseState, handoverId: string): Refusal | null {
  const handover = handovers[handoverId];
  if (!handover) return refuse('UNKNOWN_HANDOVER');
  return handover.refused && !handover.settled ? null : refuse('NOT_REFUSED');
}
