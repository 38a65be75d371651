import type { IsoInstant } from '../../calendar/time.ts';
import type { BailAuthority, DateChange, OrderCondition, ReviewReason } from '../../court/codes.ts';

export type LiveDateKind =
  | 'hearing'
  | 'dvpn'
  | 'dapn'
  | 'dvpo'
  | 'nonMolestation'
  | 'occupation'
  | 'restraining'
  | 'dapo'
  | 'preChargeBail'
  | 'releasedUnderInvestigation'
  | 'custodyRelease'
  | 'claresLaw';

/** What is known of a live date beside its kind and its date. Cases of the first release know none of it. */
export interface LiveDateDetails {
  /** The proceedings a hearing belongs to. */
  readonly proceedingId?: string | null;
  /** When an order was made, a notice served, bail granted, an application received. */
  readonly startsAt?: IsoInstant;
  readonly conditions?: readonly OrderCondition[];
  /** Whose duty it is where it is not the adviser's: the force that served a notice, whoever answers an application. */
  readonly agencyId?: string | null;
  readonly authorisedBy?: BailAuthority | null;
  /** Whether the victim has enhanced rights to be told, as is usual in domestic abuse. */
  readonly enhancedRights?: boolean;
  readonly adjournedFromId?: string | null;
  /** Who goes along to a hearing; the first is the one who is reminded. */
  readonly companionIds?: readonly string[];
  /** The post that watches it, where the case is closed. */
  readonly watchedById?: string | null;
}

/** Of which kind a live date is and who watches it, said again with what became of it, so that duties follow. */
export interface OfLiveDate {
  readonly kind: LiveDateKind;
  readonly watchedById: string | null;
}

export type LiveDateDisposal = 'ended' | 'transferred' | 'watched';

/** What is said of the dates a court, the police or a prison sets: orders, bail, notices, hearings, releases. */
export interface LiveDateFacts {
  liveDateAdded: {
    liveDateId: string;
    kind: LiveDateKind;
    at: IsoInstant | null;
    contentId: string | null;
  } & LiveDateDetails;
  liveDateOutcome: {
    liveDateId: string;
    outcome: string;
    contentId: string | null;
    enhancedRights?: boolean;
  } & Partial<OfLiveDate>;
  liveDateMoved: {
    liveDateId: string;
    from: IsoInstant | null;
    at: IsoInstant;
    because: DateChange;
    conditions: readonly OrderCondition[] | null;
    authorisedBy: BailAuthority | null;
    enhancedRights: boolean;
    reasonId: string | null;
    /** Who goes along to a hearing whose day is known now; left out where nobody does. */
    companionIds?: readonly string[];
  } & OfLiveDate;
  liveDateReviewed: {
    liveDateId: string;
    because: ReviewReason;
    change: 'lower' | 'same' | 'higher';
    /** Whether it stands and nobody knows its date: then somebody looks again. */
    undated: boolean;
    contentId: string | null;
  } & OfLiveDate;
  orderBreached: {
    breachId: string;
    liveDateId: string;
    conditions: readonly OrderCondition[];
    contentId: string;
  } & OfLiveDate;
  liveDateDisposed: { liveDateId: string; disposal: LiveDateDisposal; watchedById: string | null };
}
