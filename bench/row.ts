import type { EnginePrograms } from '../scripts/engine/enginePrograms.ts';
import type { ScratchGuard } from '../scripts/processes/guardScratch.ts';
import type { ProductProcesses } from '../tests/environment/programs/startProduct.ts';
import type { Figure } from './figures.ts';

export interface BenchProductOptions {
  /** Falls into the time in which the product makes its calendar and nothing can be measured. */
  readonly meanwhile?: (product: ProductProcesses) => Promise<void>;
  /** How many workflows its worker keeps; as many as anywhere else where it is not said. */
  readonly workflowsInMemory?: number;
}

/** What a row of the table is measured with. */
export interface Bench {
  readonly root: string;
  readonly programs: EnginePrograms;
  /** Small numbers, to see that a row works; its figures mean nothing and are never kept. */
  readonly quick: boolean;
  /** How often both sides run, taking turns. */
  readonly pairs: number;
  readonly say: (line: string) => void;
  /**
   * The whole product, every part a process of its own, in a state nobody has used yet; gone with the row.
   */
  product(options?: BenchProductOptions): Promise<ProductProcesses>;
  /** Keeps what the row has come to so far, in the place of what it kept under the same names, should it be cut off. */
  keep(figures: readonly Figure[]): void;
  /** A folder for programs beside the product, with the guard that ends them; gone with the row. */
  readonly folder: string;
  readonly guard: ScratchGuard;
  /** Called when the row is over, the last first. */
  afterwards(close: () => Promise<unknown>): void;
}

/** One row of the table: what is measured, beside what, and how. */
export interface BenchRow {
  readonly name: string;
  readonly what: string;
  readonly beside: string;
  /** Where its target is missed: why, as far as that is known, and what was tried. */
  readonly whyMissed?: string;
  measure(bench: Bench): Promise<readonly Figure[]>;
}
