import type { IsoDate } from '../../calendar/time.ts';
import type { Due } from '../../clocks/clock.ts';

/** What goes to another MARAC with a case, as it stood when it was sent: ids, codes and dates; the words stay content. */
export interface TransferPack {
  readonly referralId: string | null;
  readonly assessmentIds: readonly string[];
  readonly minutes: readonly { readonly meetingOn: IsoDate | null; readonly contentId: string }[];
  /** The actions that were open. */
  readonly actions: readonly {
    readonly actionId: string;
    readonly agencyId: string;
    readonly riskCode: string;
    readonly urgent: boolean;
    readonly due: Due | null;
    readonly contentId: string;
  }[];
}

/** What is said of a case on its way to another MARAC. */
export interface TransferFacts {
  transferRequested: {
    transferId: string;
    /** Filled in by the store: the area whose case it is. */
    fromAreaId: string;
    /** Null where the MARAC is outside this system: its name and address are content. */
    toAreaId: string | null;
    outsideId: string | null;
    reasonId: string;
    pack: TransferPack;
  };
  /** The area has taken the case over, with all that is owed in it. */
  transferAccepted: {
    transferId: string;
    fromAreaId: string;
    toAreaId: string;
    previousIdvaServiceId: string;
    idvaServiceId: string;
    /** The places of the advisers whose service no longer supports the victim; empty where it stays the same. */
    endedPlaces: readonly { readonly adviserId: string; readonly allocationId: string }[];
    noteId: string | null;
  };
  /** A MARAC outside this system has taken the case over. */
  transferredOutside: { transferId: string; noteId: string | null };
  transferRefused: { transferId: string; toAreaId: string | null; reasonId: string };
  transferWithdrawn: { transferId: string; toAreaId: string | null; reasonId: string | null };
}
