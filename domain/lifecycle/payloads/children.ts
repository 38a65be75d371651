import type { FactData } from '../caseFact.ts';
import type { ChildInReferral } from '../facts/children.ts';

export interface NotificationOfChild {
  readonly childId: string;
  readonly notificationId: string;
  readonly toAgencyId: string;
  /** How old the child is on that day; commands from before it was asked do not say. */
  readonly ageBand?: ChildInReferral['ageBand'];
}

/** What commands about the children of a case carry. */
export interface ChildrenPayloads {
  notifyChildrensServices: {
    readonly notificationId: string;
    readonly children: readonly string[];
    readonly toAgencyId: string;
    readonly alreadySent: boolean;
    /** One notification for each child, to the services of that child; commands of the first release do not say. */
    readonly each?: readonly NotificationOfChild[];
    readonly contentId?: string | null;
  };
  setChildServices: FactData['childServicesFound'];
  tellSchools: FactData['schoolsTold'];
  addChild: Omit<FactData['childAdded'], 'schoolOwed'>;
  putChildRight: Omit<FactData['childPutRight'], 'bandBefore' | 'notified' | 'schoolOwed'>;
  takeOutChild: Pick<FactData['childTakenOut'], 'childId' | 'reasonId'>;
}
