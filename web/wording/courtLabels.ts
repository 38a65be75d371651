import type {
  adjournmentReasons,
  bailAuthorities,
  dateChanges,
  milestoneResults,
  milestones,
  orderConditions,
  proceedingKinds,
  proceedingOutcomes,
  reviewReasons,
} from '../../domain/court/codes.ts';
import type { Labels } from './labels.ts';

export const proceedingLabels: Labels<(typeof proceedingKinds)[number]> = {
  criminal: 'Criminal court',
  family: 'Family court',
  civil: 'Civil court',
};

export const milestoneLabels: Labels<(typeof milestones)[number]> = {
  charge: 'Charge',
  firstHearing: 'First hearing',
  plea: 'Plea',
  caseManagement: 'Case management',
  specialMeasuresDecided: 'Special measures decided',
  trial: 'Trial',
  verdict: 'Verdict',
  sentence: 'Sentence',
};

export const milestoneResultLabels: Labels<(typeof milestoneResults)[number]> = {
  guilty: 'Guilty',
  notGuilty: 'Not guilty',
  noPlea: 'No plea',
  granted: 'Granted',
  refused: 'Refused',
  convicted: 'Convicted',
  acquitted: 'Acquitted',
  custody: 'Custody',
  suspendedSentence: 'Suspended sentence',
  communityOrder: 'Community order',
  fine: 'Fine',
  discharge: 'Discharge',
  other: 'Something else',
};

export const proceedingOutcomeLabels: Labels<(typeof proceedingOutcomes)[number]> = {
  concluded: 'Concluded',
  discontinued: 'Discontinued',
  withdrawn: 'Withdrawn',
  dismissed: 'Dismissed',
};

export const adjournmentLabels: Labels<(typeof adjournmentReasons)[number]> = {
  courtTime: 'The court ran out of time',
  partyAbsent: 'A party was absent',
  witnessAbsent: 'A witness was absent',
  reportsAwaited: 'Reports are awaited',
  evidenceAwaited: 'Evidence is awaited',
  legalAid: 'Legal aid',
  interpreterAbsent: 'No interpreter came',
  other: 'Something else',
};

export const conditionLabels: Labels<(typeof orderConditions)[number]> = {
  noContact: 'No contact',
  noContactThroughOthers: 'No contact through others',
  stayAwayFromHome: 'Stay away from the home',
  stayAwayFromWork: 'Stay away from work',
  stayAwayFromSchool: 'Stay away from school',
  exclusionZone: 'Stay out of an area',
  leaveHome: 'Leave the home',
  allowEntry: 'Let the victim in',
  resideAsDirected: 'Live where told',
  curfew: 'Curfew',
  reportToPolice: 'Report to the police',
  surrenderPassport: 'Hand in the passport',
  noContactWithWitnesses: 'No contact with witnesses',
  noSocialMedia: 'No social media',
  electronicMonitoring: 'Electronic tag',
  attendProgramme: 'Go to a programme',
  noWeapons: 'No weapons',
  other: 'Something else',
};

export const bailAuthorityLabels: Labels<(typeof bailAuthorities)[number]> = {
  custodyOfficer: 'Custody officer',
  inspector: 'Inspector',
  superintendent: 'Superintendent',
  magistrates: 'Magistrates',
};

export const reviewReasonLabels: Labels<(typeof reviewReasons)[number]> = {
  beforeEnd: 'Protection is about to end',
  breach: 'It was not kept',
  noDate: 'There is no date yet',
};

export const dateChangeLabels: Labels<(typeof dateChanges)[number]> = {
  extended: 'It was extended',
  varied: 'It was varied',
  dateSet: 'The date is known now',
  corrected: 'The date was written down wrong',
};
