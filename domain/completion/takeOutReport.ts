import type { IsoDate, IsoInstant } from '../calendar/time.ts';
import type { CaseFact } from '../lifecycle/caseFact.ts';
import { refuse } from '../lifecycle/refusal.ts';
import type { Stage } from '../lifecycle/stage.ts';
import { type AskOf, type Completion, type Found, standingOf } from './found.ts';

/** What the store found of a report that stands in the case; `stage`: of the repeat, null where that is not there (yet). */
export interface ReportFound {
  readonly newCaseId: string | null;
  readonly stage: Stage | null;
}

/** The flag that a case had set: until when it ran, and from when that was counted. */
export interface FlagFound {
  readonly endsOn: IsoDate;
  readonly countedFrom: IsoInstant;
}

/** A report is taken out of the case that has recorded it; not before its repeat can hear of that. */
export function takeOutReport(ask: AskOf<'takeOutReport'>, facts: readonly CaseFact[], found: Found): Completion {
  const { report, occurred } = found;
  if (!report) return refuse('REPORT_NOT_HERE');
  const { newCaseId, stage } = report;
  if (newCaseId !== null && stage === null) return refuse('REPEAT_UNDER_WAY');
  if (stage === 'merged') return refuse('REPEAT_MERGED');
  const { reportId, reasonId, byId } = ask;
  const data = { reportId, newCaseId, reasonId, byId };
  return { ok: true, facts: [...facts, { type: 'reportTakenOut', occurred, data }] };
}

/** The flag of the case runs as it had before a later case set one that was taken back. */
export function flagAgain(facts: readonly CaseFact[], found: Found): Completion {
  const { flagBefore, occurred } = found;
  if (!flagBefore) return refuse('NO_FLAG_TO_SET');
  const { pairId } = standingOf(found);
  const data = { pairId, ...flagBefore, again: true } as const;
  return { ok: true, facts: [...facts, { type: 'flagSet', occurred, data }] };
}
