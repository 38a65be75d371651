import type { FactData } from '../caseFact.ts';
import type { ConsentDecision } from '../facts/referral.ts';

/** What commands about hand-overs carry, and about where a case goes without consent. */
export interface HandoverPayloads {
  recordAcknowledgement: { readonly handoverId: string };
  refuseHandover: FactData['handoverRefused'];
  referOn: FactData['referredOn'];
  settleRefusal: FactData['refusalSettled'];
  decideOnConsent: {
    readonly decision: ConsentDecision;
    readonly handoverId: string;
    readonly reasonId: string;
    readonly byId: string;
  };
}
