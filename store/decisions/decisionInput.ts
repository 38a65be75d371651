import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import type { Ask } from '../../domain/lifecycle/ask.ts';
import type { CommandType } from '../../domain/lifecycle/command.ts';
import type { MatterDecision, MatterOutcome } from './recordInMatter.ts';

/** Which case a workflow writes to, and what it has seen of it. */
export interface SeenCase extends Pick<MatterDecision<CaseFact, Ask>, 'epoch' | 'version'> {
  readonly caseId: string;
}

/** A decision of the workflow of a case, to be completed and recorded. */
export interface DecisionInput extends SeenCase, Omit<MatterDecision<CaseFact, Ask>, 'matterId'> {
  readonly commandType: CommandType;
}

export type DecisionOutcome = MatterOutcome<CaseFact>;
