import type { CommandType } from '../../domain/lifecycle/command.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import { aCase, type CaseBuilder } from './aCase.ts';
import { aReferral } from './aReferral.ts';
import { everyCommand } from './everyCommand.ts';

/** A case at every stage, with one child, one open action and one order that stands, as far as the stage allows. */
export const at: Record<Stage, () => CaseBuilder> = {
  new: () => aCase(aReferral().withChildren(1)),
  received: () => furnished(aReferral().withChildren(1)),
  returned: () => at.received().returned(),
  accepted: () => at.received().accepted(),
  graded: () => at.received().graded(),
  listed: () => at.received().listed(),
  heard: () => at.received().heard(),
  closed: () => at.received().closed([{ liveDateId: 'date-1', disposal: 'watched', watchedById: 'supervisor-1' }]),
  handedOver: () => at.received().handedOver(),
  declined: () =>
    furnished(aReferral().standardRisk().withChildren(1)).must('screenReferral', {
      ...{ outcome: 'decline', reason: 'notDomesticAbuse', adviceId: 'advice-1' },
      disposals: [{ liveDateId: 'date-1', disposal: 'watched', watchedById: 'supervisor-1' }],
    }),
  transferred: () =>
    at.received().graded().askedOutside().must('recordOutsideAnswer', { outcome: 'accept', noteId: null }),
  merged: () => aCase(aReferral().withChildren(1)).received().withAction('action-1').merged(),
  ended: () => at.new().ended(),
};

function furnished(referral: ReturnType<typeof aReferral>): CaseBuilder {
  return aCase(referral).received().withAction('action-1').withLiveDate('date-1', 'nonMolestation', null);
}

/** What a case answers to a command of a kind: ✓ where it is accepted, or the refusal. */
export function answer(about: CaseBuilder, type: CommandType): string {
  const outcome = about.send(type, everyCommand(about)[type]);
  return outcome.ok ? '✓' : outcome.code;
}
