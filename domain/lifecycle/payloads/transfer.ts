import type { FactData } from '../caseFact.ts';

/** What another MARAC says to a transfer. */
export type TransferAnswer =
  | { readonly outcome: 'accept'; readonly noteId: string | null }
  | { readonly outcome: 'refuse'; readonly reasonId: string };

/** What commands about a transfer to another MARAC carry. */
export interface TransferPayloads {
  requestTransfer: Omit<FactData['transferRequested'], 'fromAreaId'>;
  /** By the area that is asked. */
  answerTransfer: TransferAnswer;
  /** By the sender, for a MARAC outside this system. */
  recordOutsideAnswer: TransferAnswer;
  withdrawTransfer: { readonly reasonId: string };
}
