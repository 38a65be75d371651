/** Who a rung goes to. Who that is today is looked up when the rung fires: people change. */
export const recipientRoles = [
  'owner',
  'cover',
  'agencyLead',
  'coordinator',
  'administrator',
  'supervisor',
  'chair',
  'governance',
  'adviser',
  'serviceManager',
  'dutyContact',
  'referrer',
  'receivingService',
  'childrensServices',
  'namedPost',
  'strategicCoordinator',
  'reviewDeciders',
] as const;

/**
 * `cover` is whoever stands in for the owner; `receivingService` the one that has to acknowledge; `namedPost` the
 * post that watches a live date after closing; `reviewDeciders` those who decide on a homicide review.
 */
export type RecipientRole = (typeof recipientRoles)[number];

/** The ladders of policy, by name: several kinds of clock may climb the same one. */
export const ladderNames = [
  'action',
  'coordinatorDuty',
  'idvaDuty',
  'serviceDecision',
  'chairDecision',
  'referrerChase',
  'research',
  'urgentAction',
  'hearing',
  'courtTime',
  'dvpo',
  'order',
  'bail',
  'release',
  'protection',
  'acknowledgement',
  'urgentAcknowledgement',
  'transfer',
  'refusedTransfer',
  'flag',
  'retention',
] as const;

export type LadderName = (typeof ladderNames)[number];

/** Where a rung of a day clock stands from the due day (0): in working days or in calendar days, negative before. */
export type DayOffset = { readonly workingDays: number } | { readonly days: number };

/** One step of a ladder: a short code, when, and to whom. */
export interface Rung<Offset> {
  readonly label: string;
  readonly offset: Offset;
  readonly to: readonly RecipientRole[];
}

/** What comes after the last named rung, again and again: every so many days (day ladder) or hours (instant ladder). */
export interface Repetition {
  readonly label: string;
  readonly every: number;
  readonly to: readonly RecipientRole[];
}

/** Rungs go out in the morning of a working day. Only a ladder whose clock ends by itself may end with `then: null`. */
export interface DayLadder {
  readonly type: 'day';
  readonly source: string;
  readonly rungs: readonly Rung<DayOffset>[];
  readonly then: Repetition | null;
}

/** Rungs go out at any hour, counted in elapsed hours from the due instant. */
export interface InstantLadder {
  readonly type: 'instant';
  readonly source: string;
  readonly rungs: readonly Rung<{ readonly hours: number }>[];
  readonly then: Repetition | null;
}

export type Ladder = DayLadder | InstantLadder;
