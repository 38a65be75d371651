import type { CaseloadFile } from './caseloadFile.ts';
import type { Cells, Looked } from './checkCells.ts';

/** Who sends a request: whoever takes the cases over, or the IDVA service, which alone says what it did. */
export type Sender = 'marac' | 'service';

/** One request that a row leads to. */
export interface Step {
  /** Once in its case; the key of the request follows from it. */
  readonly name: string;
  readonly by: Sender;
  /** Below the case, or the adoption itself; `:made` stands for the id of what it is about. */
  readonly path: string;
  readonly body: object;
  /** What of the body holds that id, where it stands there. */
  readonly naming?: (madeId: string) => object;
  /** The names of what it brings into being, in the order in which the answer has their ids. */
  readonly makes?: readonly string[];
  /** What it is about, by the name it was made under. */
  readonly of?: string;
  readonly needsVersion?: true;
}

/** In place of a column, where no cell by itself is at fault. */
export const wholeRow = 'the row as a whole';

/** A request with the row it comes of, so that what is refused in it is named there. */
export interface RowStep {
  readonly step: Step;
  readonly looked: Looked;
  /** The column that leads to it: mostly the one with the day on which it happened. */
  readonly column: string;
}

/** A request with the cell that leads to it. */
export interface PlannedStep extends Step {
  readonly at: StepCell;
}

export interface StepCell {
  readonly file: CaseloadFile;
  readonly row: number;
  readonly column: string;
  /** The row it stands in. */
  readonly cells: Cells;
}

/** The step as it is sent. */
export function plannedStep({ step, looked: { file, row, cells }, column }: RowStep): PlannedStep {
  return { ...step, at: { file, row, column, cells } };
}

/** The key of a request: the same whenever the file is sent, unless it was refused before. */
export function importKey(caseKey: string, { name }: Pick<Step, 'name'>): string {
  return `import/${caseKey}/${name}`;
}
