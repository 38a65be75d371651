import type { IsoInstant } from '../../calendar/time.ts';
import type { ChildInReferral, SchoolResult } from './children.ts';

/** A child of a referral that was merged into another case, as that case knows it from then on. */
export interface JoinedChild extends ChildInReferral {
  /** The notification by which children’s services were told of the child in the other case; null where they were not. */
  readonly notificationId: string | null;
  /** Whether nothing is on record there of the child’s school yet; missing where the school is none of our business. */
  readonly schoolOwed?: boolean;
  /** What is on record there of the child’s school, and since when; missing where nothing is. */
  readonly school?: { readonly result: SchoolResult; readonly at: IsoInstant };
}

/** Which case a referral was merged into, and why; said again when that is undone. */
export interface MergeData {
  readonly intoCaseId: string;
  readonly reasonId: string;
  /** Where it is undone: children of whom a notification is still owed; filled in by the store, missing in earlier records. */
  readonly childrenOwed?: readonly string[];
}

/** What is said of two referrals of one incident that go on as one case, and of their parting. */
export interface MergeFacts {
  /** It tells of an incident that another case of the same two people is about, and goes on there. */
  referralMerged: MergeData;
  /** The merge is undone for a referral that had been graded: it needs a meeting of its own. */
  mergeUndone: MergeData;
  /** The same for one that was accepted and not graded yet, and for one that nobody had accepted. */
  mergeUndoneUngraded: MergeData;
  mergeUndoneUnscreened: MergeData;
  /** Another referral of the same incident goes on here, with the children this case did not know of. */
  referralJoined: { fromCaseId: string; children: readonly JoinedChild[] };
  /** That referral goes its own way again. */
  referralParted: { fromCaseId: string; childIds: readonly string[]; minorIds: readonly string[] };
}
