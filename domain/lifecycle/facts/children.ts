export interface ChildInReferral {
  readonly childId: string;
  readonly personId: string | null;
  readonly ageBand: 'unborn' | 'underOne' | 'oneToSeventeen' | 'adult';
  /** The children's services of the child's address; where nobody covers it, those of the area stand in until somebody says. */
  readonly servicesAgencyId: string;
  /** How they were found; missing in earlier records, where they were the area's or named. */
  readonly servicesBy?: 'named' | 'address' | 'area' | 'nobody';
  /** The local authority of the address, whose school terms count; missing or null where it is not known. */
  readonly authorityId?: string | null;
  /** Whether the school is to be told; missing in earlier records: nobody was asked to. */
  readonly ofSchoolAge?: boolean;
}

/** What was done about the school of a child; `toldAlready` by the police or somebody else. */
export const schoolResults = ['told', 'toldAlready', 'notAtSchool', 'schoolNotKnown'] as const;

export type SchoolResult = (typeof schoolResults)[number];

/** What may be put right about a child. */
export const childParts = ['name', 'dateOfBirth', 'birth', 'address', 'school', 'expectedOn'] as const;

export type ChildPart = (typeof childParts)[number];

/** What is said of the children of a case: who belongs to it, and who was told of them. */
export interface ChildrenFacts {
  /** A child was learned of after the referral: forgotten in it, or born since. */
  childAdded: ChildInReferral & {
    /** School and expected day, where somebody knows them: content of the case. */
    readonly contentId: string | null;
    /** Whether the school is to be told now. */
    readonly schoolOwed: boolean;
  };
  /** What stood of a child was wrong, or is known better now. The band is still that of the day on which they were first told of. */
  childPutRight: ChildInReferral & {
    readonly parts: readonly ChildPart[];
    /** How old they are now, by what is known. */
    readonly ageBandNow: ChildInReferral['ageBand'];
    /** What is known in words from here on. */
    readonly contentId: string | null;
    /** The sealed identity that takes the place of the one on record; null where that stays. */
    readonly correctionId: string | null;
    /** Filled in by the store: the band that stood before. */
    readonly bandBefore: ChildInReferral['ageBand'];
    /** Filled in by the store: whether the services that answer now have been notified. */
    readonly notified: boolean;
    /** Filled in by the store: whether the school is to be told now, of a child or at a place of which it had not heard. */
    readonly schoolOwed: boolean;
  };
  /** A child was told of by mistake, and is none of the case: what was owed to them falls away, what was said of them is taken back. */
  childTakenOut: {
    childId: string;
    reasonId: string;
    /** Filled in by the store, as all that follows: how old they were when they were first told of. */
    ageBand: ChildInReferral['ageBand'];
    /** Notifications that nobody answers any more: taken back before they left, or corrected before they were acknowledged. */
    withdrawn: readonly string[];
    /** Notifications that were acknowledged and told of nobody else: they stay in the record, and are no part in the case any more. */
    answered?: readonly string[];
    /** Services that were told, and are told now that it was a mistake; each says that it has heard. */
    corrections: readonly { readonly handoverId: string; readonly toAgencyId: string; readonly urgent: boolean }[];
    /** Messages that had not left yet: they tell of nobody else, and do not leave any more. */
    unsentIds: readonly string[];
    /** Whether a school had been told of the child: whoever told it tells it this too. */
    schoolTold: boolean;
  };
  childrenNotified: {
    notificationId: string;
    children: readonly string[];
    toAgencyId: string;
    urgent: boolean;
    alreadySent: boolean;
    /** What it tells: incident, concerns, history, situation. Left out where it was sent before, and in earlier records. */
    contentId?: string | null;
    /** The notification whose message tells of this child too: a family is told of once, each child is acknowledged. */
    toldWith?: string;
    /** Filled in by the store: whether siblings are owed one to the same services. Its message waits for theirs a little. */
    siblingsOwed?: true;
  };
  /** Somebody found out which services answer for the address of a child. */
  childServicesFound: { childId: string; servicesAgencyId: string };
  /** The schools of these children were told, or why not; a family is told of once. */
  schoolsTold: { children: readonly string[]; result: SchoolResult; contentId: string | null };
}
