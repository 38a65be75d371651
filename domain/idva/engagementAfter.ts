import type { EngagementStatus } from '../lifecycle/facts/support.ts';

/**
 * What may be recorded of a victim's engagement after what was recorded last; the same may always be said again, for another
 * service may have taken the support over meanwhile. Dormant and disengaged is only who was engaged.
 */
export const engagementAfter = {
  none: ['engaged', 'declined', 'unableToContact'],
  engaged: ['engaged', 'dormant', 'declined', 'disengaged', 'unableToContact'],
  dormant: ['engaged', 'dormant', 'declined', 'disengaged', 'unableToContact'],
  declined: ['engaged', 'declined', 'unableToContact'],
  disengaged: ['engaged', 'declined', 'disengaged', 'unableToContact'],
  unableToContact: ['engaged', 'declined', 'unableToContact'],
} as const satisfies Record<EngagementStatus | 'none', readonly EngagementStatus[]>;

/** Whether one status of engagement may follow another. */
export function mayFollow(before: EngagementStatus | 'none', status: EngagementStatus): boolean {
  const allowed: readonly EngagementStatus[] = engagementAfter[before];
  return allowed.includes(status);
}

/** Whether the service works with the victim: it owes them a safety plan and reviews of the risk, much or little as goes on. */
export function isEngaged(status: EngagementStatus | 'none'): boolean {
  return status === 'engaged' || status === 'dormant';
}
