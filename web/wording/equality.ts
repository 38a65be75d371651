import {
  disabilityAnswers,
  ethnicityAnswers,
  genderIdentityAnswers,
  orientationAnswers,
  sexAnswers,
} from '../../domain/equality/equality.ts';
import { labelOf } from './labels.ts';

const words: Readonly<Record<string, string>> = {
  notAsked: 'Not asked',
  notSaid: 'Would rather not say',
  sameAsAtBirth: 'The same as registered at birth',
  differentFromAtBirth: 'Different from that registered at birth',
  gayOrLesbian: 'Gay or lesbian',
  gypsyOrIrishTraveller: 'Gypsy or Irish Traveller',
  whiteBritish: 'White British',
  whiteIrish: 'White Irish',
  asianOther: 'Asian, other',
  blackOther: 'Black, other',
  blackAfrican: 'Black African',
  blackCaribbean: 'Black Caribbean',
  mixedOther: 'Mixed, other',
  whiteOther: 'White, other',
  whiteAndBlackCaribbean: 'White and Black Caribbean',
  whiteAndBlackAfrican: 'White and Black African',
  whiteAndAsian: 'White and Asian',
};

/** The answers to the questions about equality in words, by the name of the question in the contract. */
export const equalityLabels = {
  sex: labelled(sexAnswers),
  ethnicity: labelled(ethnicityAnswers),
  sexualOrientation: labelled(orientationAnswers),
  genderIdentity: labelled(genderIdentityAnswers),
  disability: labelled(disabilityAnswers),
} as const;

function labelled(codes: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(codes.map((code) => [code, labelOf(words, code)]));
}
