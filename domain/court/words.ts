import type { LiveDateKind } from '../lifecycle/facts/liveDates.ts';
import type { Milestone, ProceedingKind } from './codes.ts';

/** What practitioners call a live date, at the beginning of a sentence. */
export const liveDateWords: Readonly<Record<LiveDateKind, string>> = {
  hearing: 'A hearing',
  dvpn: 'A domestic violence protection notice',
  dapn: 'A domestic abuse protection notice',
  dvpo: 'A domestic violence protection order',
  nonMolestation: 'A non-molestation order',
  occupation: 'An occupation order',
  restraining: 'A restraining order',
  dapo: 'A domestic abuse protection order',
  preChargeBail: 'Bail before charge',
  releasedUnderInvestigation: 'A release under investigation',
  custodyRelease: 'A release from custody',
  claresLaw: 'A Clare’s Law application',
};

/** The kind of proceedings, at the beginning of a sentence. */
export const proceedingWords: Readonly<Record<ProceedingKind, string>> = {
  criminal: 'Criminal',
  family: 'Family',
  civil: 'Civil',
};

/** A milestone, in the middle of a sentence. */
export const milestoneWords: Readonly<Record<Milestone, string>> = {
  charge: 'the charge',
  firstHearing: 'the first hearing',
  plea: 'the plea',
  caseManagement: 'case management',
  specialMeasuresDecided: 'special measures were decided',
  trial: 'the trial',
  verdict: 'the verdict',
  sentence: 'the sentence',
};
