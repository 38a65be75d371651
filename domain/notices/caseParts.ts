import type { CaseAccess } from '../access/caseAccess.ts';

/** Who has which part in a case, and in the duty or the news about which somebody is to be told: ids only. */
export interface CaseParts {
  readonly areaId: string;
  readonly adviserId: string | null;
  readonly idvaServiceId: string;
  readonly referrerId: string;
  readonly deniedPractitionerIds: readonly string[];
  /** Where it is about several cases: of each that some must not see, who they are. For each, somebody else is told too. */
  readonly hiddenCases?: readonly (readonly string[])[];
  /** Whose duty it is, where that is a person. */
  readonly ownerId: string | null;
  /** The agency or service whose duty it is; null where it is the coordinator's own. */
  readonly agencyId: string | null;
  /** The post that watches a live date after closing. */
  readonly watchedById: string | null;
  /** By what is decided who may see the case; left out where nobody in particular watches anything in it. */
  readonly access?: CaseAccess | null;
  readonly contactSuspended: boolean;
  /** The other area of a transfer, where it is about one: whoever holds a post in either is told. */
  readonly otherAreaId: string | null;
}
