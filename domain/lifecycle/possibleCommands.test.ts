import { describe, expect, it } from 'vitest';
import { isWorthOffering, type CaseAtGlance } from './possibleCommands.ts';
import { safeguardingCommands } from './safeguardingCommands.ts';

const accepted: CaseAtGlance = {
  stage: 'accepted',
  frozen: false,
  silent: false,
  accepted: true,
  repeat: false,
  heard: false,
  listed: false,
  supportEnded: false,
  engagement: 'none',
  contactSuspended: false,
  hasSafeContactProposals: false,
  hasChildren: false,
  hasUnnotifiedChildren: false,
  hasUncoveredChildren: false,
  hasSchoolsToTell: false,
  hasOpenHandovers: false,
  hasStandingHandovers: false,
  hasUnsettledRefusals: false,
  consentOwed: false,
  interimOwed: false,
  deferralOwed: false,
  underReview: false,
  hasSameTwo: false,
  transfer: 'none',
};

describe('what is worth offering', () => {
  it('follows the stage: an accepted case is graded, not screened, listed or closed', () => {
    const offered = (['screenReferral', 'gradeRisk', 'listCase', 'closeCase', 'setAction'] as const).filter((type) =>
      isWorthOffering(type, accepted),
    );
    expect(offered).toEqual(['gradeRisk', 'setAction']);
  });

  it('asks for children’s services and schools only where somebody still has to say something', () => {
    for (const type of ['setChildServices', 'tellSchools'] as const)
      expect(isWorthOffering(type, accepted)).toBe(false);
    expect(isWorthOffering('setChildServices', { ...accepted, hasUncoveredChildren: true })).toBe(true);
    expect(isWorthOffering('tellSchools', { ...accepted, hasSchoolsToTell: true })).toBe(true);
  });

  it('never is an attempt to reach a victim with whom contact is suspended; deciding about it is', () => {
    const suspended = { ...accepted, contactSuspended: true };
    expect(isWorthOffering('recordContactAttempt', suspended)).toBe(false);
    expect(isWorthOffering('decideContact', suspended)).toBe(true);
  });

  it('is of the victim’s own support nothing but the outcome of what was going on once the victim has died', () => {
    const frozen = { ...accepted, frozen: true };
    expect(isWorthOffering('completeAction', frozen)).toBe(true);
    for (const type of ['recordContactAttempt', 'gradeRisk', 'recordSafetyPlan', 'listCase'] as const)
      expect(isWorthOffering(type, frozen), type).toBe(false);
  });

  it('is to take a death back where one is on record', () => {
    expect(isWorthOffering('takeBackDeath', { ...accepted, frozen: true })).toBe(true);
    expect(isWorthOffering('takeBackDeath', accepted)).toBe(false);
  });

  it('is what keeps the children safe, the victim’s death notwithstanding', () => {
    const owed = { hasChildren: true, hasUnnotifiedChildren: true, hasUncoveredChildren: true, hasSchoolsToTell: true };
    const frozen = { ...accepted, ...owed, frozen: true };
    for (const type of safeguardingCommands) expect(isWorthOffering(type, frozen), type).toBe(true);
    const nothingOwed = { ...accepted, frozen: true };
    for (const type of ['notifyChildrensServices', 'setChildServices', 'tellSchools'] as const)
      expect(isWorthOffering(type, nothingOwed), type).toBe(false);
  });

  it('is nothing at all in a case that has ended', () => {
    expect(isWorthOffering('setAction', { ...accepted, stage: 'ended' })).toBe(false);
    expect(isWorthOffering('keepRecord', { ...accepted, stage: 'ended' })).toBe(false);
  });

  it('is to keep or to erase what is kept of it once it has ended and is to be reviewed, and that a victim has died', () => {
    const reviewed = { ...accepted, stage: 'ended', underReview: true } as const;
    for (const type of ['keepRecord', 'eraseRecord', 'recordDeath', 'acknowledgeEscalation'] as const)
      expect(isWorthOffering(type, reviewed), type).toBe(true);
    for (const type of ['setAction', 'reopenCase', 'pauseClock', 'listCase', 'addLiveDate'] as const)
      expect(isWorthOffering(type, reviewed), type).toBe(false);
    for (const type of ['keepRecord', 'eraseRecord'] as const)
      expect(isWorthOffering(type, { ...accepted, underReview: true, stage: 'ended', frozen: true }), type).toBe(false);
  });

  it('is merging a referral where there is a case to keep, until a meeting has heard it', () => {
    expect(isWorthOffering('mergeReferral', accepted)).toBe(false);
    expect(isWorthOffering('mergeReferral', { ...accepted, hasSameTwo: true })).toBe(true);
    expect(isWorthOffering('mergeReferral', { ...accepted, hasSameTwo: true, heard: true })).toBe(false);
  });

  it('is nothing new in a referral that was merged; undoing that is', () => {
    const merged = { ...accepted, stage: 'merged' } as const;
    expect(isWorthOffering('undoMerge', merged)).toBe(true);
    expect(isWorthOffering('completeAction', merged)).toBe(true);
    for (const type of ['setAction', 'allocateAdviser', 'recordContactAttempt'] as const)
      expect(isWorthOffering(type, merged), type).toBe(false);
  });

  it('is listing a repeat before anybody has graded it, and nobody else before', () => {
    expect(isWorthOffering('listCase', { ...accepted, repeat: true })).toBe(true);
    expect(isWorthOffering('listCase', accepted)).toBe(false);
  });
});
