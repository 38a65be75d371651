import type { BrokenLink } from '../../store/rebuild/brokenLink.ts';

/** What is wrong with a record where its chain does not hold, in words. */
export const brokenBecause: Record<BrokenLink['why'], string> = {
  missing: 'an entry is missing there',
  changed: 'the entry there was changed',
  unchained: 'the entry there does not follow from the one before',
  endMissing: 'the record ends before it',
  endChanged: 'the entry there is not the one it ended with',
};
