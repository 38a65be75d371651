import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { reaching } from './contactDuties.ts';
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

/** A service takes the case on; reaching the victim is its own affair, unless it is the IDVA service that has it. */
export function handedOver({ data }: Fact<'handedOver'>, { withIdva }: CaseStanding): readonly DutyChange[] {
  const acknowledgement = acknowledgementOf(data);
  const screened = fallsAway(['screen'], 'handedOver');
  return withIdva ? [screened, acknowledgement] : [fallsAway(reaching, 'handedOver'), screened, acknowledgement];
}

/** A service outside MARAC is asked; what another had refused is settled by it. */
export function referredOn({ data }: Fact<'referredOn'>): readonly DutyChange[] {
  const { insteadOfId } = data;
  return [...(insteadOfId === null ? [] : [done(['refusedHandover'], insteadOfId)]), acknowledgementOf(data)];
}

/** A refusal is an answer and settles nothing: what follows is the area's to decide from now on. */
export function handoverRefused({ data }: Fact<'handoverRefused'>): readonly DutyChange[] {
  return [
    done(['acknowledgement', 'urgentAcknowledgement'], data.handoverId),
    starts('refusedHandover', subjectOf(data.handoverId), nobody),
  ];
}

function subjectOf(id: string) {
  return { type: 'handover', id } as const;
}
