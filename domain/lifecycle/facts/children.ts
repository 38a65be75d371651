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

/** What is said of the children of a case: who was told of them. */
export interface ChildrenFacts {
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
  };
  /** Somebody found out which services answer for the address of a child. */
  childServicesFound: { childId: string; servicesAgencyId: string };
  /** The schools of these children were told, or why not; a family is told of once. */
  schoolsTold: { children: readonly string[]; result: SchoolResult; contentId: string | null };
}
