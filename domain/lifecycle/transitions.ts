import type { CaseFactType } from './caseFact.ts';
import type { Stage } from './stage.ts';

/**
 * Which fact leads from which stage to which. A fact that is not named leaves the stage as it is. A repeat is on a
 * list before anybody has screened it, which is why acceptance does not move a case that is listed, was taken off the
 * list or was heard. One that is taken over may have been heard elsewhere, whatever list it was put on here. Before it was graded a case is closed only where the victim has died. An area that takes a case
 * over hears it, even where the sending one had heard or closed it. One that was heard is heard again where a person says why. Out of
 * the end leads only that a death was taken back over which the case had come there.
 */
export const transitions = {
  new: { referralReceived: 'received' },
  received: {
    referralAccepted: 'accepted',
    referralReturned: 'returned',
    referralDeclined: 'declined',
    referralTakenBack: 'declined',
    caseListed: 'listed',
    safeguardingHandedOver: 'handedOver',
    transferredOutside: 'transferred',
    referralMerged: 'merged',
    caseClosed: 'closed',
  },
  returned: {
    referralCompleted: 'received',
    referralAccepted: 'accepted',
    referralDeclined: 'declined',
    referralTakenBack: 'declined',
    caseListed: 'listed',
    transferredOutside: 'transferred',
    referralMerged: 'merged',
    caseClosed: 'closed',
  },
  accepted: {
    riskGraded: 'graded',
    referralTakenBack: 'declined',
    caseListed: 'listed',
    heardElsewhere: 'heard',
    transferredOutside: 'transferred',
    referralMerged: 'merged',
    caseClosed: 'closed',
  },
  graded: {
    caseListed: 'listed',
    heardElsewhere: 'heard',
    standsAsHeard: 'heard',
    handedOver: 'handedOver',
    referralDeclined: 'declined',
    referralTakenBack: 'declined',
    transferredOutside: 'transferred',
    referralMerged: 'merged',
    caseClosed: 'closed',
  },
  listed: { takenOffList: 'graded', caseDeferred: 'graded', caseHeard: 'heard' },
  heard: {
    caseListed: 'listed',
    transferAccepted: 'graded',
    transferredOutside: 'transferred',
    caseClosed: 'closed',
  },
  closed: {
    caseReopened: 'heard',
    caseReopenedUnheard: 'graded',
    caseReopenedUngraded: 'accepted',
    caseReopenedUnscreened: 'received',
    transferAccepted: 'graded',
    transferredOutside: 'transferred',
    caseEnded: 'ended',
  },
  handedOver: { riskGraded: 'graded', transferredOutside: 'transferred', caseEnded: 'ended' },
  declined: { caseEnded: 'ended' },
  transferred: { caseEnded: 'ended' },
  merged: {
    mergeUndone: 'graded',
    mergeUndoneUngraded: 'accepted',
    mergeUndoneUnscreened: 'received',
    caseEnded: 'ended',
  },
  ended: {
    caseReopened: 'heard',
    caseReopenedUnheard: 'graded',
    caseReopenedUngraded: 'accepted',
    caseReopenedUnscreened: 'received',
  },
} as const satisfies Record<Stage, Partial<Record<CaseFactType, Stage>>>;

/** The stage a case is at after a fact. */
export function next(stage: Stage, fact: CaseFactType): Stage {
  const row: Partial<Record<CaseFactType, Stage>> = transitions[stage];
  return row[fact] ?? stage;
}

/** The stage from which a case came to its end, by all that happened in it; null where it has not ended. */
export function endedAs(facts: readonly CaseFactType[]): Stage | null {
  let [stage, before]: readonly [Stage, Stage | null] = ['new', null];
  for (const fact of facts) {
    const after = next(stage, fact);
    if (after !== stage) before = after === 'ended' ? stage : null;
    stage = after;
  }
  return before;
}

/** The transition table as a Mermaid state diagram, one line a transition. */
export function diagram(): string {
  const lines = Object.entries(transitions).flatMap(([from, row]) =>
    Object.entries(row).map(([fact, to]) => `  ${from === 'new' ? '[*]' : from} --> ${to}: ${fact}`),
  );
  return ['stateDiagram-v2', ...lines, '  ended --> [*]', ''].join('\n');
}
