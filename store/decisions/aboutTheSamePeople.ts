import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import type { FollowUp } from './followUps.ts';

/**
 * What a decision about one case leads to because other cases are about the same people, or may be: what this case records of it, and
 * what the others are told.
 */
export interface AboutTheSamePeople {
  readonly facts: readonly CaseFact[];
  readonly followUps: readonly FollowUp[];
}

export const nothingAboutThem: AboutTheSamePeople = { facts: [], followUps: [] };
