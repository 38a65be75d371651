import type { z } from 'zod';
import type { risks } from '../../contracts/action.ts';
import type { pauseReasons } from '../../contracts/clock.ts';
import type { liveDateKinds, liveDateOutcomes } from '../../contracts/liveDate.ts';
import type { legalBases, relationships } from '../../contracts/referral.ts';
import type { contactMedia } from '../../contracts/safeContact.ts';
import type { missingParts } from '../../contracts/screening.ts';
import type { contactAttemptSchema, engagementSchema, supportEndSchema } from '../../contracts/support.ts';
import type { ChildInReferral, SchoolResult } from '../../domain/lifecycle/facts/children.ts';
import type { OutwardKind } from '../../domain/lifecycle/facts/handover.ts';
import type { ExitAnswer, RiskChange } from '../../domain/lifecycle/facts/support.ts';
import type { grades, routes } from '../../domain/risk/grade.ts';
import { codeInWords } from '../../domain/papers/codeInWords.ts';
import { legalBasisInWords } from '../../usecases/referral/referralSaid.ts';

/** What people call the codes that programs use: one table a subject, every code of it. */
export type Labels<T extends string> = Readonly<Record<T, string>>;

export const gradeLabels: Labels<(typeof grades)[number]> = { standard: 'Standard', medium: 'Medium', high: 'High' };

export const routeLabels: Labels<(typeof routes)[number]> = {
  visibleHighRisk: 'Visible high risk',
  professionalJudgement: 'Professional judgement',
  potentialEscalation: 'Potential escalation',
  repeat: 'Repeat',
  suicideOrSelfHarm: 'Suicide or self-harm linked to the abuse',
  honourBasedAbuse: 'Honour-based abuse',
};

export const relationshipLabels: Labels<(typeof relationships)[number]> = {
  partner: 'Partner',
  formerPartner: 'Former partner',
  spouse: 'Husband, wife or civil partner',
  formerSpouse: 'Former husband, wife or civil partner',
  parent: 'Parent',
  child: 'Son or daughter',
  sibling: 'Brother or sister',
  otherFamily: 'Another relative',
  carer: 'Carer',
  other: 'Somebody else',
};

export const riskLabels: Labels<(typeof risks)[number]> = {
  physicalHarm: 'Physical harm',
  strangulation: 'Strangulation',
  sexualAbuse: 'Sexual abuse',
  stalking: 'Stalking',
  coerciveControl: 'Coercive control',
  harmToChildren: 'Harm to children',
  homelessness: 'Homelessness',
  finances: 'Money',
  immigration: 'Immigration',
  isolation: 'Isolation',
  mentalHealth: 'Mental health',
  selfHarm: 'Self-harm',
  substanceMisuse: 'Drugs or alcohol',
  honourBasedAbuse: 'Honour-based abuse',
  perpetratorBehaviour: 'What the perpetrator does',
  other: 'Another risk',
};

export const mediumLabels: Labels<(typeof contactMedia)[number]> = {
  phone: 'Phone',
  textMessage: 'Text message',
  email: 'Email',
  visit: 'Visit',
  videoCall: 'Video call',
  letter: 'Letter',
  throughSomebody: 'Through somebody',
};

export const attemptLabels: Labels<z.output<typeof contactAttemptSchema>['result']> = {
  spoke: 'Spoke to the victim',
  noAnswer: 'No answer',
  messageLeft: 'Left a message',
  wrongNumber: 'Wrong number',
  someoneElseAnswered: 'Somebody else answered',
  unsafe: 'It was not safe',
};

export const engagementLabels: Labels<z.output<typeof engagementSchema>['status'] | 'none'> = {
  none: 'Not recorded yet',
  engaged: 'Engaged',
  dormant: 'Dormant',
  declined: 'Declined support',
  disengaged: 'Disengaged',
  unableToContact: 'Could not be reached',
};

export const riskChangeLabels: Labels<RiskChange> = {
  lower: 'Lower than before',
  same: 'The same',
  higher: 'Higher than before',
  notComparable: 'Assessed anew, with nothing to compare it with',
};

export const exitLabels: Labels<ExitAnswer> = { yes: 'Yes', no: 'No', notAsked: 'Not asked' };

export const supportEndLabels: Labels<z.output<typeof supportEndSchema>['status']> = {
  planned: 'As planned',
  unableToContact: 'The victim could not be reached',
  moved: 'The victim moved away',
  declined: 'The victim declined more support',
  disengaged: 'The victim left',
};

export const liveDateLabels: Labels<(typeof liveDateKinds)[number]> = {
  hearing: 'Court hearing',
  dvpn: 'Domestic violence protection notice',
  dapn: 'Domestic abuse protection notice',
  dvpo: 'Domestic violence protection order',
  nonMolestation: 'Non-molestation order',
  occupation: 'Occupation order',
  restraining: 'Restraining order',
  dapo: 'Domestic abuse protection order',
  preChargeBail: 'Pre-charge bail',
  releasedUnderInvestigation: 'Released under investigation',
  custodyRelease: 'Release from custody',
  claresLaw: 'Clare’s Law application',
};

/** What stands where a live date has none: some are counted from their beginning, and one never has any. */
const withoutDate: Readonly<Record<string, string>> = {
  dvpn: '48 court hours from when it was served',
  dapn: '48 court hours from when it was served',
  claresLaw: '28 days from the application',
  releasedUnderInvestigation: 'No date by which it ends',
  nonMolestation: 'No end',
  occupation: 'No end',
  restraining: 'No end',
  dapo: 'No end',
};

/** What is said of a live date of this kind where no date stands. */
export function noDateWords(kind: string): string {
  return withoutDate[kind] ?? 'No date known yet';
}

export const liveDateOutcomeLabels: Labels<(typeof liveDateOutcomes)[number]> = {
  convicted: 'Convicted',
  acquitted: 'Acquitted',
  adjourned: 'Adjourned',
  discontinued: 'Discontinued',
  orderMade: 'An order was made',
  orderRefused: 'The order was refused',
  orderVaried: 'The order was varied',
  orderRevoked: 'The order was revoked',
  orderExpired: 'The order expired',
  orderBreached: 'The order was breached',
  bailExtended: 'Bail was extended',
  bailChanged: 'The conditions of bail were changed',
  bailEnded: 'Bail ended',
  releasedUnderInvestigation: 'Released under investigation',
  charged: 'Charged',
  noFurtherAction: 'No further action',
  released: 'Released',
  disclosed: 'Disclosed',
  notDisclosed: 'Not disclosed',
  withdrawn: 'Withdrawn',
  other: 'Something else',
};

export const missingPartLabels: Labels<(typeof missingParts)[number]> = {
  victimDetails: 'Who the victim is',
  perpetratorDetails: 'Who the perpetrator is',
  childrenDetails: 'The children',
  safeContact: 'How the victim can be reached safely',
  assessment: 'The risk assessment',
  consent: 'Whether the victim consents',
  narrative: 'What happened',
  agencyDetails: 'Who refers',
};

export const pauseLabels: Labels<(typeof pauseReasons)[number]> = {
  victimAskedToWait: 'The victim asked to wait',
  victimInHospital: 'The victim is in hospital',
  victimAbroad: 'The victim is abroad',
  policeOperation: 'A police operation is under way',
  awaitingAnotherAgency: 'Another agency has to act first',
  awaitingCourt: 'A court has to decide first',
};

export const legalBasisLabels: Labels<(typeof legalBases)[number]> = legalBasisInWords;

/** What may be handed to another service. */
export const handoverLabels: Labels<OutwardKind | 'safeguarding' | 'childrenNotification' | 'childCorrection'> = {
  standardRisk: 'Support by a service that takes the case on',
  adultSafeguarding: 'Adult safeguarding',
  isva: 'ISVA or SARC',
  matac: 'MATAC',
  sanctuaryScheme: 'Sanctuary scheme',
  fireHomeSafetyVisit: 'Home-safety visit by the fire service',
  victimSupport: 'Victim Support',
  mediumRiskBoard: 'Medium-risk board of the police',
  safeguarding: 'Children’s safeguarding of the victim',
  childrenNotification: 'Notification of a child',
  childCorrection: 'Correction: a child was notified of by mistake',
};

export const ageBandLabels: Labels<ChildInReferral['ageBand']> = {
  unborn: 'Unborn',
  underOne: 'Under 1',
  oneToSeventeen: '1 to 17',
  adult: '18 or over',
};

export const schoolResultLabels: Labels<SchoolResult> = {
  told: 'The school has been told',
  toldAlready: 'The police or somebody else had told it already',
  notAtSchool: 'The children go to no school',
  schoolNotKnown: 'Nobody knows which school it is',
};

/** The label of a code; a code that has none yet is shown as words: `policeGrade` becomes `Police grade`. */
export function labelOf(labels: Readonly<Record<string, string>>, code: string | null): string {
  if (code === null) return '';
  return labels[code] ?? codeInWords(code);
}

/** A table of labels as the choices of a question. */
export function choicesOf(labels: Readonly<Record<string, string>>): { value: string; text: string }[] {
  return Object.entries(labels).map(([value, text]) => ({ value, text }));
}
