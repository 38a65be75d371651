/** Who sends a request: whoever takes the cases over, or the IDVA service, which alone says what it did. */
export type Sender = 'marac' | 'service';

/** One request that a row leads to. */
export interface Step {
  /** Once in its case; the key of the request follows from it. */
  readonly name: string;
  readonly by: Sender;
  /** Below the case, or the adoption itself; `:made` stands for what the request named by `of` brought into being. */
  readonly path: string;
  readonly of?: string;
  readonly body: object;
  readonly needsVersion?: true;
}
