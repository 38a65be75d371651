import type { LiveDateDisposal } from '../facts/liveDates.ts';

/** What commands carry by which a case is closed, opened again and ended. */
export interface ClosingPayloads {
  closeCase: {
    readonly reasonId: string | null;
    readonly disposals: readonly {
      readonly liveDateId: string;
      readonly disposal: LiveDateDisposal;
      readonly watchedById: string | null;
    }[];
  };
  reopenCase: { readonly reasonId: string };
  recordDeath: { readonly contentId: string | null };
  /** `elsewhere`: sent by the product itself, because it was taken back in another case of the victim. */
  takeBackDeath: { readonly reasonId: string | null; readonly elsewhere?: true };
  /** Sent by the product itself, when the flag has run out and nothing is watched any more. */
  endCase: Record<string, never>;
}
