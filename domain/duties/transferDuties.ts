import { clockKinds, type ClockKind } from '../clocks/clockKind.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import { isTakenOn } from '../lifecycle/isHandedOver.ts';
import { isOtherService } from '../lifecycle/isOtherService.ts';
import { allocationOwedAgain } from './allocationDuties.ts';
import { contactDuties } from './contactDuties.ts';
import { done, type DutyChange, fallsAway, nobody, serviceOf, starts, theCaseOf } from './dutyChange.ts';
import { liveDateClocks } from './liveDateDuties.ts';

/** What the sender still sees to its end although a MARAC outside has taken the case: what was asked of others here. */
const stayAfterLeaving: readonly ClockKind[] = [
  'action',
  'urgentAction',
  'acknowledgement',
  'urgentAcknowledgement',
  'refusedHandover',
  'referrerTold',
  'repeatFlag',
  'likelyMatch',
];

/** The other MARAC owes an answer; a transfer that was refused before is settled by sending it anew. */
export function transferRequested({ data }: Fact<'transferRequested'>): readonly DutyChange[] {
  return [starts('transferAcknowledgement', subjectOf(data.transferId), nobody)];
}

/** A refusal is an answer and settles nothing: that is owed by both areas from now on. */
export function transferRefused({ data }: Fact<'transferRefused'>): readonly DutyChange[] {
  return [
    done(['transferAcknowledgement'], data.transferId),
    starts('refusedTransfer', subjectOf(data.transferId), nobody),
  ];
}

/** Nothing is asked of the other MARAC any more. */
export function transferWithdrawn({ data }: Fact<'transferWithdrawn'>): readonly DutyChange[] {
  return [
    fallsAway(['transferAcknowledgement'], 'withdrawn', data.transferId),
    done(['refusedTransfer'], data.transferId),
  ];
}

/**
 * Every duty goes with the case but what the chair of the other conference was asked: whether it may wait for a meeting of theirs is
 * answered by its leaving, and the new area lists it at once. How often it was deferred goes along, so that the next time is that chair's. Where another IDVA service serves the new area it takes the support over, and owes a first contact. */
export function transferAccepted({ data }: Fact<'transferAccepted'>, standing: CaseStanding): readonly DutyChange[] {
  const answered = done(['transferAcknowledgement', 'refusedTransfer'], data.transferId);
  const waited = fallsAway(['deferralDecision'], 'transferred');
  // Handed over anew in the new area, it is this service’s until another takes it on there.
  if (!isOtherService(data))
    return [answered, waited, ...(isTakenOn(standing) ? allocationOwedAgain({ ...standing, withIdva: true }) : [])];
  const service = serviceOf(standing);
  const handedOn: DutyChange = {
    do: 'own',
    kinds: [...contactDuties, ...liveDateClocks],
    subjectId: null,
    ownedBy: data.previousIdvaServiceId,
    owner: service,
  };
  const contact = standing.contactSuspended
    ? []
    : [starts('firstContact', theCaseOf(standing), service, { begunAnew: true })];
  return [answered, waited, fallsAway(['allocation'], 'transferred'), handedOn, ...contact];
}

/** The MARAC outside is responsible now; here only what was asked of others is still chased. */
export function transferredOutside({ data }: Fact<'transferredOutside'>): readonly DutyChange[] {
  return [
    done(['transferAcknowledgement', 'refusedTransfer'], data.transferId),
    fallsAway(
      clockKinds.filter((kind) => !stayAfterLeaving.includes(kind)),
      'transferred',
    ),
  ];
}

function subjectOf(transferId: string) {
  return { type: 'transfer', id: transferId } as const;
}
