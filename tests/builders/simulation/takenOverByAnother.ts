import { attempt, transferTo } from '../aCase.ts';
import type { CommandPayloads, CommandType } from '../../../domain/lifecycle/command.ts';
import type { SimulatedCase } from '../simulatedCase.ts';
import type { Look } from './passTime.ts';

/**
 * Where chance alone seldom leads: somebody has reached the victim, another area with a service of its own takes the case over, and
 * its adviser tries in vain. As far as the case allows it; what comes of it then is left to chance.
 */
export function takenOverByAnother(about: SimulatedCase, look: Look, isEngaged: boolean): void {
  const step = <T extends CommandType>(type: T, payload: CommandPayloads[T]): boolean =>
    about.send(type, payload).ok && !look(type);
  void (
    step('screenReferral', { outcome: 'accept', adviceId: null }) &&
    step('recordContactAttempt', attempt('spoke', 'attempt-of-the-former')) &&
    (!isEngaged || step('recordEngagement', { status: 'engaged', noteId: null })) &&
    step('requestTransfer', transferTo('swale')) &&
    step('answerTransfer', { outcome: 'accept', noteId: null }) &&
    step('recordContactAttempt', attempt('noAnswer', 'attempt-of-the-next'))
  );
}
