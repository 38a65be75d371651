import { grading } from '../aCase.ts';
import type { CommandPayloads, CommandType } from '../../../domain/lifecycle/command.ts';
import type { SimulatedCase } from '../simulatedCase.ts';
import type { Look } from './passTime.ts';

/**
 * Where chance alone seldom leads: another service takes the case on below the threshold, and the adviser here leaves; that
 * service may give the case back at once. As far as the case allows it; what comes of it then is left to chance.
 */
export function leftWhileElsewhere(about: SimulatedCase, look: Look, isGivenBack: boolean): void {
  const step = <T extends CommandType>(type: T, payload: CommandPayloads[T]): boolean =>
    about.send(type, payload).ok && !look(type);
  const handoverId = 'handover-elsewhere';
  const allocationId = 'place-of-adviser-1';
  void (
    step('screenReferral', { outcome: 'accept', adviceId: null }) &&
    step('gradeRisk', grading({ count: 5, handoverId })) &&
    about.state.stage === 'handedOver' &&
    step('allocateAdviser', { adviserId: 'adviser-1', kind: 'community', allocationId }) &&
    step('recordAcknowledgement', { handoverId }) &&
    step('endAllocation', { allocationId }) &&
    isGivenBack &&
    step('refuseHandover', { handoverId, reasonId: 'full' })
  );
}
