import type { CaseView } from '../../contracts/views/caseView.ts';
import { isSchoolTold } from '../../domain/children/isSchoolTold.ts';
import { isWorthOffering, type CaseAtGlance } from '../../domain/lifecycle/possibleCommands.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import type { CaseCommand } from '../commands/caseCommand.ts';
import { caseCommands } from '../commands/caseCommands.ts';
import { canBeNotified } from './canBeNotified.ts';
import type { MayHere } from './getCase.ts';

/** A command somebody may send now, and the thing in the case it is about; null where it is about the case itself. */
export interface OfferedCommand {
  readonly command: CaseCommand;
  readonly subjectId: string | null;
}

/** Every command the reader of a case may send as it stands, and none they may not. */
export function offeredCommands(view: CaseView, may: MayHere): readonly OfferedCommand[] {
  const about = atGlance(view);
  return caseCommands
    .filter(({ type }) => isWorthOffering(type, about))
    .flatMap((command) => subjectsOf(command, view, may).map((subjectId) => ({ command, subjectId })));
}

/** The things a command may be sent about; a single null where it is about the case. */
function subjectsOf({ type, path, permission }: CaseCommand, view: CaseView, may: MayHere): (string | null)[] {
  if (path.includes(':actionId'))
    return view.actions
      .filter(({ status }) => status === 'open' || (type === 'completeAction' && status !== 'completed'))
      .filter(({ agency }) => may(permission, agency))
      .map(({ actionId }) => actionId);
  if (path.includes(':clockId'))
    return view.clocks
      .filter((clock) => fitsClock(type, clock) && may(permission, clock.agency))
      .map(({ clockId }) => clockId);
  if (path.includes(':liveDateId'))
    return may(permission)
      ? view.liveDates.filter((date) => fitsDate(type, path, date, view)).map(({ liveDateId }) => liveDateId)
      : [];
  if (path.includes(':proceedingId'))
    return may(permission)
      ? view.proceedings.filter(({ outcome }) => outcome === null).map(({ proceedingId }) => proceedingId)
      : [];
  if (path.includes(':proposalId'))
    return may(permission) ? view.safeContactProposals.map(({ proposalId }) => proposalId) : [];
  if (path.includes(':matchId')) return may(permission) ? view.likelyMatches.map(({ matchId }) => matchId) : [];
  if (path.includes(':planId')) return may(permission) ? view.safetyPlans.slice(-1).map(({ planId }) => planId) : [];
  if (path.includes(':')) return [];
  if (type === 'recordAcknowledgement')
    return view.handovers.some(({ to, acknowledgedAt }) => acknowledgedAt === null && may(permission, to))
      ? [null]
      : [];
  if (type === 'refuseHandover')
    return view.handovers.some(({ to, refusedAt }) => refusedAt === null && may(permission, to)) ? [null] : [];
  return may(permission) ? [null] : [];
}

/**
 * What was decided is told while the victim is owed it, bail as soon as it is granted; a breach is reviewed even where what
 * was breached is over. Everything else is about a date that still stands.
 */
function fitsDate(
  type: string,
  path: string,
  { liveDateId, kind, status }: CaseView['liveDates'][number],
  { clocks }: CaseView,
): boolean {
  const isOwed = (...kinds: string[]) =>
    clocks.some((clock) => kinds.includes(clock.kind) && clock.status !== 'ended' && clock.subject.id === liveDateId);
  if (path.startsWith('/hearings/') && kind !== 'hearing') return false;
  if (type === 'tellResult') return isOwed('hearingTold', 'bailOutcome');
  if (type === 'reviewLiveDate' && isOwed('breachReview')) return true;
  if (type === 'recordBreach' || type === 'moveLiveDate') return status !== 'ended' && kind !== 'hearing';
  return status !== 'ended';
}

function fitsClock(type: string, { status, overdue }: CaseView['clocks'][number]): boolean {
  if (type === 'resumeClock') return status === 'paused';
  if (type === 'pauseClock') return status === 'running';
  return overdue;
}

function openTransferOf({ transfers }: CaseView): CaseAtGlance['transfer'] {
  const open = transfers.find(({ status }) => status === 'pending' || status === 'refused');
  if (!open) return 'none';
  if (open.status === 'refused') return open.to === null ? 'refusedOutside' : 'refused';
  return open.to === null ? 'outside' : 'inside';
}

function atGlance(view: CaseView): CaseAtGlance {
  return {
    stage: view.stage as Stage,
    frozen: view.frozen,
    silent: view.silent,
    accepted: view.dates.accepted !== null,
    repeat: view.repeat,
    heard: view.dates.heard !== null,
    listed: view.listings.some(({ status }) => status === 'listed'),
    supportEnded: view.dates.supportEnded !== null,
    engagement: view.engagement,
    contactSuspended: view.contactSuspended,
    hasChildren: view.children.length > 0,
    hasUnnotifiedChildren: view.children.some(canBeNotified),
    hasUncoveredChildren: view.children.some(({ notified, servicesBy }) => !notified && servicesBy === 'nobody'),
    hasSchoolsToTell: view.children.some(({ school }) => school !== null && !isSchoolTold(school.result ?? undefined)),
    hasSameTwo: view.sameTwo.length > 0,
    transfer: openTransferOf(view),
    hasOpenHandovers: view.handovers.some(({ acknowledgedAt }) => acknowledgedAt === null),
    hasStandingHandovers: view.handovers.some(({ refusedAt }) => refusedAt === null),
    hasUnsettledRefusals: view.handovers.some(({ refusedAt, settledAt }) => refusedAt !== null && settledAt === null),
    hasSafeContactProposals: view.safeContactProposals.length > 0,
    underReview: view.clocks.some(({ kind, status }) => kind === 'retentionReview' && status !== 'ended'),
    deferralOwed: view.clocks.some(({ kind, status }) => kind === 'deferralDecision' && status !== 'ended'),
    interimOwed: view.clocks.some(({ kind, status }) => kind === 'interimDecision' && status !== 'ended'),
    consentOwed: view.clocks.some(({ kind, status }) => kind === 'consentDecision' && status !== 'ended'),
  };
}
