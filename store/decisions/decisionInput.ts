import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { EngineFact } from '../../domain/lifecycle/caseFact.ts';
import type { CommandAnswer, CommandType, Proposal } from '../../domain/lifecycle/command.ts';
import type { Refusal } from '../../domain/lifecycle/refusal.ts';

/** Which case a workflow writes to, and what it has seen of it. */
export interface SeenCase {
  readonly caseId: string;
  /** Raised when case workflows are rebuilt: a workflow of an older epoch writes nothing more. */
  readonly epoch: number;
  /** The number of the last fact the workflow has seen. */
  readonly version: number;
}

/** A decision of the workflow, to be completed and recorded. */
export interface DecisionInput extends SeenCase {
  /** Null for what the product does by itself: ending a case. */
  readonly commandId: string | null;
  readonly commandType: CommandType;
  readonly occurred: Occurred;
  readonly recordedAt: IsoInstant;
  readonly decision: Proposal | Refusal;
}

/**
 * What came of it. `recorded` carries the answer, of this attempt or of an earlier one; `behind` means that another
 * writer was first: apply the facts, decide again; `superseded` that a rebuilt workflow has taken over.
 */
export type DecisionOutcome =
  | { readonly status: 'recorded'; readonly answer: CommandAnswer; readonly facts: readonly EngineFact[] }
  | { readonly status: 'behind'; readonly facts: readonly EngineFact[] }
  | { readonly status: 'superseded' };
