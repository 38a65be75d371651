import type { WordsView } from '../../contracts/views/parts.ts';

/** The grounds on which a case is shared without consent, as people name them. */
export const legalBasisInWords = {
  crimeAndDisorderAct: 'Crime and Disorder Act 1998, section 115',
  vitalInterests: 'Vital interests of somebody',
  safeguardingOfChildren: 'Safeguarding of children',
  safeguardingOfAdults: 'Safeguarding of adults at risk',
} as const;

/**
 * What a referral said of consent and of how one speaks with the victim, as rows to read; what was not said leaves no
 * row, and so does what its reader may not know. Ages are those that were said where no date of birth was known.
 */
export function referralSaid(referral: WordsView): readonly { readonly key: string; readonly value: string }[] {
  if (referral?.state !== 'open') return [];
  const said = referral.text as Readonly<Record<string, unknown>>;
  const { given, reason, legalBasis } = (said['consent'] ?? {}) as Readonly<Record<string, unknown>>;
  const words = (value: unknown) => (typeof value === 'string' ? value : '');
  const years = (value: unknown) => (typeof value === 'number' ? `${value} years` : '');
  const basis = legalBasisInWords[legalBasis as keyof typeof legalBasisInWords] ?? '';
  return [
    { key: 'Consent', value: given === undefined ? '' : given === true ? 'Given' : 'Not given' },
    { key: 'Why it is shared without consent', value: words(reason) },
    { key: 'On what ground', value: basis },
    { key: 'Age of the victim, as said', value: years(said['victimAge']) },
    { key: 'Age of the perpetrator, as said', value: years(said['perpetratorAge']) },
    { key: 'Language the victim speaks best', value: words(said['language']) },
    { key: 'Interpreter', value: said['interpreterNeeded'] === true ? 'Needed' : '' },
  ].filter(({ value }) => value !== '');
}
