import type { IsoDate } from '../../calendar/time.ts';
import type { FactData } from '../caseFact.ts';

/** What commands about proceedings and hearings carry. */
export interface CourtPayloads {
  openProceeding: Omit<FactData['proceedingOpened'], 'startedOn'> & {
    /** Left out: the day on which it was recorded to have happened. */
    readonly startedOn: IsoDate | null;
  };
  recordMilestone: FactData['milestoneReached'];
  endProceeding: FactData['proceedingEnded'];
  adjournHearing: Omit<FactData['hearingAdjourned'], 'watchedById'>;
  setHearingCompany: Omit<FactData['hearingCompanySet'], 'watchedById'>;
  tellResult: FactData['resultTold'];
}
