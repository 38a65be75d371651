/** Given instead of an answer: nobody asked, or the person would rather not say. Nothing is ever guessed. */
export const unanswered = ['notAsked', 'notSaid'] as const;

export const sexAnswers = ['female', 'male', 'other', ...unanswered] as const;

/** Ethnic groups as the 2021 census of England and Wales asks for them. */
export const ethnicityAnswers = [
  'whiteBritish',
  'whiteIrish',
  'gypsyOrIrishTraveller',
  'roma',
  'whiteOther',
  'whiteAndBlackCaribbean',
  'whiteAndBlackAfrican',
  'whiteAndAsian',
  'mixedOther',
  'indian',
  'pakistani',
  'bangladeshi',
  'chinese',
  'asianOther',
  'blackAfrican',
  'blackCaribbean',
  'blackOther',
  'arab',
  'other',
  ...unanswered,
] as const;

export const orientationAnswers = ['heterosexual', 'gayOrLesbian', 'bisexual', 'other', ...unanswered] as const;
export const genderIdentityAnswers = ['sameAsAtBirth', 'differentFromAtBirth', ...unanswered] as const;
export const disabilityAnswers = ['yes', 'no', ...unanswered] as const;

/** What the victim said about themselves. */
export interface Equality {
  readonly sex: (typeof sexAnswers)[number];
  readonly ethnicity: (typeof ethnicityAnswers)[number];
  readonly sexualOrientation: (typeof orientationAnswers)[number];
  readonly genderIdentity: (typeof genderIdentityAnswers)[number];
  readonly disability: (typeof disabilityAnswers)[number];
}
