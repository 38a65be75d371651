import type { FactData } from '../caseFact.ts';
import type { OfLiveDate } from '../facts/liveDates.ts';

/** What commands about dates set outside carry: orders, bail, releases. */
export interface LiveDatePayloads {
  addLiveDate: FactData['liveDateAdded'];
  recordLiveDateOutcome: {
    readonly liveDateId: string;
    readonly outcome: string;
    readonly contentId: string | null;
    readonly enhancedRights?: boolean;
    /** The id of what follows by itself, such as a release under investigation after bail. */
    readonly nextId?: string;
  };
  moveLiveDate: Omit<FactData['liveDateMoved'], 'from' | 'companionIds' | keyof OfLiveDate>;
  reviewLiveDate: Omit<FactData['liveDateReviewed'], 'undated' | keyof OfLiveDate>;
  recordBreach: Omit<FactData['orderBreached'], keyof OfLiveDate>;
}
