import type { CaseStanding } from '../lifecycle/caseStanding.ts';

/** Where a victim stands with the IDVA service, in the words of the service; each with what it means. */
export const supportStatuses = {
  waiting: 'Nobody has the case yet: the duty queue does',
  allocated: 'Given to an adviser; nobody has tried to reach the victim yet',
  attempting: 'The service is trying to reach the victim',
  engaged: 'The victim is engaged with the service',
  dormant: 'Engaged, with nothing going on for the time being',
  declined: 'The victim declined support',
  disengaged: 'The victim was engaged and has left',
  unableToContact: 'The victim could not be reached',
  closedPlanned: 'Support ended as planned',
  closedUnableToContact: 'Support ended: the victim could not be reached',
  closedMoved: 'Support ended: the victim moved',
  closedDeclined: 'Support ended: the victim declined it',
  closedDisengaged: 'Support ended: the victim left',
  closed: 'Support ended',
} as const;
export type SupportStatus = keyof typeof supportStatuses;

type Basis = Pick<CaseStanding, 'adviserId' | 'attempts' | 'engagement' | 'supportEndedAt'> & {
  readonly supportEnd: string | null;
};

const ends: Readonly<Record<string, SupportStatus>> = {
  planned: 'closedPlanned',
  unableToContact: 'closedUnableToContact',
  moved: 'closedMoved',
  declined: 'closedDeclined',
  disengaged: 'closedDisengaged',
};

/** The one status of support that follows from what is on record; what was recorded last about engagement counts. */
export function supportStatus({ adviserId, attempts, engagement, supportEndedAt, supportEnd }: Basis): SupportStatus {
  if (supportEndedAt !== null) return ends[supportEnd ?? ''] ?? 'closed';
  if (engagement !== 'none') return engagement;
  if (attempts > 0) return 'attempting';
  return adviserId === null ? 'waiting' : 'allocated';
}
