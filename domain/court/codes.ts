/** What kind of court a matter is before. */
export const proceedingKinds = ['criminal', 'family', 'civil'] as const;
export type ProceedingKind = (typeof proceedingKinds)[number];

/** What is reached on the way through court, in the order in which it usually comes. */
export const milestones = [
  'charge',
  'firstHearing',
  'plea',
  'caseManagement',
  'specialMeasuresDecided',
  'trial',
  'verdict',
  'sentence',
] as const;
export type Milestone = (typeof milestones)[number];

/** What belongs to a prosecution alone: nobody is charged, pleads or is sentenced in the family court. */
const onlyCriminal: readonly Milestone[] = ['charge', 'plea', 'verdict', 'sentence'];

/** Whether a milestone can be reached in proceedings of a kind. */
export function hasMilestone(kind: ProceedingKind, milestone: Milestone): boolean {
  return kind === 'criminal' || !onlyCriminal.includes(milestone);
}

/** What was decided at a milestone, where it is a decision. */
export const milestoneResults = [
  'guilty',
  'notGuilty',
  'noPlea',
  'granted',
  'refused',
  'convicted',
  'acquitted',
  'custody',
  'suspendedSentence',
  'communityOrder',
  'fine',
  'discharge',
  'other',
] as const;
export type MilestoneResult = (typeof milestoneResults)[number];

export const proceedingOutcomes = ['concluded', 'discontinued', 'withdrawn', 'dismissed'] as const;
export type ProceedingOutcome = (typeof proceedingOutcomes)[number];

export const adjournmentReasons = [
  'courtTime',
  'partyAbsent',
  'witnessAbsent',
  'reportsAwaited',
  'evidenceAwaited',
  'legalAid',
  'interpreterAbsent',
  'other',
] as const;
export type AdjournmentReason = (typeof adjournmentReasons)[number];

/** What an order, a notice or bail forbids or asks; codes only, so that a breach can say which. */
export const orderConditions = [
  'noContact',
  'noContactThroughOthers',
  'stayAwayFromHome',
  'stayAwayFromWork',
  'stayAwayFromSchool',
  'exclusionZone',
  'leaveHome',
  'allowEntry',
  'resideAsDirected',
  'curfew',
  'reportToPolice',
  'surrenderPassport',
  'noContactWithWitnesses',
  'noSocialMedia',
  'electronicMonitoring',
  'attendProgramme',
  'noWeapons',
  'other',
] as const;
export type OrderCondition = (typeof orderConditions)[number];

/** Who may authorise bail before charge, from the lowest to the highest. */
export const bailAuthorities = ['custodyOfficer', 'inspector', 'superintendent', 'magistrates'] as const;
export type BailAuthority = (typeof bailAuthorities)[number];

/** Why somebody looks at the risk around an order, bail or release. */
export const reviewReasons = ['beforeEnd', 'breach', 'noDate'] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** Why a date that somebody outside set is another now. */
export const dateChanges = ['extended', 'varied', 'dateSet', 'corrected'] as const;
export type DateChange = (typeof dateChanges)[number];
