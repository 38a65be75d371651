import type { FactData } from '../caseFact.ts';

/** What commands about the record of an ended case carry. */
export interface RetentionPayloads {
  keepRecord: FactData['recordKept'];
  eraseRecord: Record<string, never>;
}
