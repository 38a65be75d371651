import type { IsoDate } from '../../calendar/time.ts';

/** What is said of what is kept of an ended case. */
export interface RetentionFacts {
  /** Somebody reviewed it: it is kept until another review on this London date. */
  recordKept: { until: IsoDate; reasonId: string };
  /** Words and people are gone: the case's own words, and what was kept under these ids. Ids, codes and dates stay. */
  recordErased: {
    personIds: readonly string[];
    assessmentIds: readonly string[];
    reportIds: readonly string[];
  };
}
