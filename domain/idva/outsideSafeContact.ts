import type { Occurred } from '../calendar/time.ts';
import { isSafeTime, type SafeWindow } from './safeTimes.ts';

/** In what a contact may lie outside of how a victim can be reached safely, the gravest first. */
export const safeContactLimits = ['message', 'medium', 'time'] as const;
export type SafeContactLimit = (typeof safeContactLimits)[number];

/** What of safe contact a contact is held against. */
export interface SafeContactRule {
  /** Safe times; none named: any. */
  readonly windows: readonly SafeWindow[];
  /** Ways that are safe; none named: any. */
  readonly media: readonly string[];
  readonly mayLeaveMessage: boolean;
}

/** A contact with a victim; `medium` null where nobody said by which way. */
export interface ContactMade {
  readonly occurred: Occurred;
  readonly medium: string | null;
  readonly messageLeft: boolean;
}

/**
 * In what a contact lies outside of how the victim can be reached safely, the gravest first; in nothing where nothing is
 * known about it. One rule for every contact there is.
 */
export function outsideSafeContact(
  rule: SafeContactRule | null,
  { occurred, medium, messageLeft }: ContactMade,
): readonly SafeContactLimit[] {
  if (rule === null) return [];
  const outside: Record<SafeContactLimit, boolean> = {
    message: messageLeft && !rule.mayLeaveMessage,
    medium: medium !== null && rule.media.length > 0 && !rule.media.includes(medium),
    time: !isSafeTime(rule.windows, occurred),
  };
  return safeContactLimits.filter((limit) => outside[limit]);
}
