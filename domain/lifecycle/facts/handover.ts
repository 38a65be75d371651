/** What a victim may be referred on to outside MARAC; `standardRisk` is a service that takes the case itself on. */
export const outwardKinds = [
  'standardRisk',
  'adultSafeguarding',
  'isva',
  'matac',
  'sanctuaryScheme',
  'fireHomeSafetyVisit',
  'victimSupport',
  'mediumRiskBoard',
] as const;

export type OutwardKind = (typeof outwardKinds)[number];

/** What is said of what was handed to somebody else: to whom, and whether they took it on. */
export interface HandoverFacts {
  safeguardingHandedOver: { handoverId: string; toAgencyId: string };
  handedOver: { handoverId: string; toAgencyId: string; urgent: boolean };
  /** Referred on to a service outside MARAC, perhaps in place of one that had refused. */
  referredOn: {
    handoverId: string;
    kind: OutwardKind;
    toAgencyId: string;
    urgent: boolean;
    contentId: string | null;
    insteadOfId: string | null;
  };
  /** Whoever was handed something does not take it on, at once or after all: it comes back to the area. */
  handoverRefused: { handoverId: string; reasonId: string };
  /** Somebody decided what follows a refusal, where nothing is handed to another in its place. */
  refusalSettled: { handoverId: string; reasonId: string; byId: string };
  acknowledged: { handoverId: string };
}
