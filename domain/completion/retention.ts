import { addMonths, londonDate } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/time.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { CaseFact } from '../lifecycle/caseFact.ts';
import { refuse, type Refusal } from '../lifecycle/refusal.ts';
import type { Found } from './found.ts';

/** What goes when a record is erased, beside the words of the case itself: by id, so that nothing in it is personal. */
export interface Erasable {
  /** Victim, perpetrator and children whom no other record needs any more. */
  readonly personIds: readonly string[];
  /** Assessments that stood alone and were taken of the same two before the case ended. */
  readonly assessmentIds: readonly string[];
  /** Reports of further abuse that this case recorded, or that it began with. */
  readonly reportIds: readonly string[];
}

/** What the store knows of the review of a record. */
export interface RetentionFound {
  /** The London day on which it is due. */
  readonly dueOn: IsoDate;
  /** Whether one of the two people is in a case that has not ended, or in something that may become one. */
  readonly stillWorkedOn: boolean;
  readonly erasable: Erasable;
}

/** What keeps a record from being erased on a London date; null where nothing does. */
export function erasureHindrance(
  { dueOn, stillWorkedOn }: Pick<RetentionFound, 'dueOn' | 'stillWorkedOn'>,
  today: IsoDate,
): 'ERASED_TOO_EARLY' | 'STILL_WORKED_ON' | null {
  if (today < dueOn) return 'ERASED_TOO_EARLY';
  return stillWorkedOn ? 'STILL_WORKED_ON' : null;
}

/** The last London date to which a record may be kept by a decision made today: as long again as at first. */
export function keptAtTheLongest(today: IsoDate, { clocks }: AreaPolicy): IsoDate {
  const { due } = clocks.retentionReview;
  if (due.type !== 'yearsAfter') throw new Error('A record is kept for years.');
  return addMonths(today, due.years * 12);
}

type Completed = { readonly ok: true; readonly fact: CaseFact } | Refusal;

/** The record is kept until a London date that lies ahead, and no further than it was kept at first. */
export function keepRecord(kept: { readonly until: IsoDate; readonly reasonId: string }, found: Found): Completed {
  const { occurred, recordedAt, policy } = found;
  const today = londonDate(recordedAt);
  if (kept.until <= today || kept.until > keptAtTheLongest(today, policy)) return refuse('KEPT_OUT_OF_RANGE');
  const { until, reasonId } = kept;
  return { ok: true, fact: { type: 'recordKept', occurred, data: { until, reasonId } } };
}

/** The record is erased from the day of its review on, unless one of the two people is in a case that is worked. */
export function eraseRecord({ occurred, recordedAt, retention }: Found): Completed {
  if (retention === null) return refuse('NO_RETENTION_REVIEW');
  const hindrance = erasureHindrance(retention, londonDate(recordedAt));
  if (hindrance !== null) return refuse(hindrance);
  return { ok: true, fact: { type: 'recordErased', occurred, data: retention.erasable } };
}
