import type { TestProduct } from '../environment/startWorkerForTest.ts';

/** One kind of life a case can have: lives it on the real engine and says which workflows took part. */
export interface Life {
  readonly name: string;
  /** Workflow ids by the name their history is kept under. */
  live(product: TestProduct): Promise<Readonly<Record<string, string>>>;
}
