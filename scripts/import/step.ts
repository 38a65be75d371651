import type { Looked } from './checkCells.ts';

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

/** A request with the row it comes of, so that what the rules refuse in it is named there. */
export interface RowStep {
  readonly step: Step;
  readonly looked: Looked;
  /** The column with the day on which it happened. */
  readonly dayIn: string;
}
