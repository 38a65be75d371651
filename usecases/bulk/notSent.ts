import { type ProblemCode, requestProblems } from '../../contracts/problemCode.ts';
import { refusalMeanings } from '../../domain/lifecycle/refusal.ts';

const beforeAnyCase = {
  ONLY_ACTIONS: 'This is no action: only actions are moved, given away or ended here.',
  ONLY_CHASED: 'It is of a meeting: here it can only be chased.',
  AT_THE_ASSESSMENT: 'It is of an assessment without a referral: refer, answer or decide there.',
} as const;

export type WhyNotSent = ProblemCode | keyof typeof beforeAnyCase;

/** A duty that could not even be sent, with why; everything else is a command whose row says what became of it. */
export interface NotSent {
  readonly clockId: string;
  readonly why: WhyNotSent;
}

const meanings: Readonly<Record<string, string>> = { ...requestProblems, ...refusalMeanings, ...beforeAnyCase };

/** Why a duty was not sent, in a sentence, by the code of it; null where it is no code of ours. */
export function whyNotSent(code: string): string | null {
  return Object.hasOwn(meanings, code) ? (meanings[code] ?? null) : null;
}
