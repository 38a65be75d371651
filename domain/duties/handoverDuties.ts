import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { isHandedOver } from '../lifecycle/isHandedOver.ts';
import type { Stage } from '../lifecycle/stage.ts';
import { allocationOwedAgain } from './allocationDuties.ts';
import { reachingOwed, reachingOwedAgain, untilEngaged } from './contactDuties.ts';
import { done, type DutyChange, fallsAway, nobody, starts } from './dutyChange.ts';

/** Whoever was handed something says that they take it on: in 2 working days, in 24 hours where it is urgent. */
export function acknowledgementOf(handed: {
  readonly handoverId: string;
  readonly toAgencyId: string;
  readonly urgent: boolean;
}): DutyChange {
  const kind = handed.urgent ? 'urgentAcknowledgement' : 'acknowledgement';
  return starts(kind, subjectOf(handed.handoverId), { agencyId: handed.toAgencyId, ownerId: null });
}

/**
 * A service is asked to take the case on. Until it has said that it does, the IDVA service goes on trying to reach the victim, and
 * begins to where it had stopped for an earlier hand-over.
 */
export function handedOver(
  { data }: Fact<'handedOver'>,
  standing: CaseStanding,
  attemptsAsked: number,
): readonly DutyChange[] {
  return [fallsAway(['screen'], 'handedOver'), acknowledgementOf(data), ...reachingOwed(standing, attemptsAsked)];
}

/**
 * Somebody takes it on. Where that is the case itself, reaching the victim is their affair from now on: not where the case was graded
 * for MARAC since it was handed over, because then they take on what is MARAC’s again.
 */
export function acknowledged({ data }: Fact<'acknowledged'>, standing: CaseStanding): readonly DutyChange[] {
  const settled = done(['acknowledgement', 'urgentAcknowledgement', 'refusedHandover'], data.handoverId);
  return isHandedOver(standing, data.handoverId) && !atMarac.includes(standing.stage)
    ? [settled, fallsAway([...untilEngaged, 'allocation'], 'handedOver')]
    : [settled];
}

/** A service outside MARAC is asked; what another had refused is settled by it. */
export function referredOn({ data }: Fact<'referredOn'>): readonly DutyChange[] {
  const { insteadOfId } = data;
  return [...(insteadOfId === null ? [] : [done(['refusedHandover'], insteadOfId)]), acknowledgementOf(data)];
}

/**
 * A refusal is an answer and settles nothing: what follows is the area's to decide from now on. Whoever gives back a case they had
 * taken on leaves the victim to the IDVA service again, which may have nobody there who leads.
 */
export function handoverRefused(
  { data }: Fact<'handoverRefused'>,
  standing: CaseStanding,
  attemptsAsked: number,
): readonly DutyChange[] {
  return [
    done(['acknowledgement', 'urgentAcknowledgement'], data.handoverId),
    starts('refusedHandover', subjectOf(data.handoverId), nobody),
    ...(isHandedOver(standing, data.handoverId)
      ? [...reachingOwedAgain(standing, attemptsAsked), ...allocationOwedAgain(standing)]
      : []),
  ];
}

/** Stages to which only a grading for MARAC leads from a hand-over. */
const atMarac: readonly Stage[] = ['graded', 'listed', 'heard'];

function subjectOf(id: string) {
  return { type: 'handover', id } as const;
}
