import type { ReturnStatistics, YesNoUnknown } from '../lifecycle/facts/referral.ts';
import type { Equality } from './equality.ts';

/**
 * What the quarterly return counts of a case, from what the victim said and from ages in years (null: not known).
 * Minority ethnic is every group but white British; LGBT+ counts on one "yes", and is "no" only where both were
 * answered. Assumptions, for want of a published rule.
 */
export function returnStatistics(
  equality: Equality,
  victimAge: number | null,
  perpetratorAge: number | null,
): ReturnStatistics {
  const { sex, ethnicity, sexualOrientation, genderIdentity, disability } = equality;
  const orientation = is(sexualOrientation, (answer) => answer !== 'heterosexual');
  const gender = is(genderIdentity, (answer) => answer === 'differentFromAtBirth');
  return {
    minorityEthnic: is(ethnicity, (answer) => answer !== 'whiteBritish'),
    lgbt: either(orientation, gender),
    disabled: is(disability, (answer) => answer === 'yes'),
    maleVictim: is(sex, (answer) => answer === 'male'),
    victim16or17: ofAge(victimAge, (age) => age === 16 || age === 17),
    perpetratorUnder18: ofAge(perpetratorAge, (age) => age < 18),
  };
}

function is(answer: string, counts: (answer: string) => boolean): YesNoUnknown {
  if (answer === 'notAsked' || answer === 'notSaid') return 'notKnown';
  return counts(answer) ? 'yes' : 'no';
}

function either(one: YesNoUnknown, other: YesNoUnknown): YesNoUnknown {
  if (one === 'yes' || other === 'yes') return 'yes';
  return one === 'no' && other === 'no' ? 'no' : 'notKnown';
}

function ofAge(age: number | null, counts: (age: number) => boolean): YesNoUnknown {
  if (age === null) return 'notKnown';
  return counts(age) ? 'yes' : 'no';
}
