import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  isCancellation,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { instantAt } from '../../domain/calendar/london.ts';
import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import type { Refusal } from '../../domain/lifecycle/refusal.ts';
import type { EngineFactOf } from '../../domain/matters/engineFact.ts';
import type { MatterState } from '../../domain/matters/matter.ts';
import { busy, commandUpdate, lookAgainSignal, type MatterCommand, parked, stateQuery } from '../messages.ts';
import { Alarm } from './alarm.ts';
import { CommandQueue, type Waiting } from './commandQueue.ts';
import type { MatterLife, Recorded } from './matterLife.ts';

/** After a fault in firing a ladder the matter looks again so much later: a ladder never goes quiet. */
const lookAgainAfterFaultMs = 15 * 60_000;
/** Where a clock’s moment has passed and nothing came of it, the matter looks again so much later. */
const lookAgainAfterNothingMs = 60_000;

/**
 * The life of one matter: takes every command in order, decides it, has the decision recorded, does by itself what its
 * time has come for, and wakes for its clocks. It returns when the matter has ended or goes on elsewhere.
 */
export async function liveMatter<S extends MatterState, C extends MatterCommand, F, P>(
  life: MatterLife<S, C, F, P>,
): Promise<void> {
  let { state } = life;
  const queue = new CommandQueue<C>();
  const alarm = new Alarm();
  const effects = new Set<Promise<void>>();
  let lookAgain = false;
  let superseded = false;

  setHandler(stateQuery, () => state);
  setHandler(lookAgainSignal, () => void (lookAgain = true));
  // A workflow is only ever sent the commands of its own kind of matter.
  setHandler(commandUpdate, (command: MatterCommand) => queue.take(command as C), {
    validator: (_command: MatterCommand) => queue.assertOpen(),
  });

  while (!superseded && !life.hasEnded(state)) {
    const waiting = queue.next();
    if (waiting) {
      await decideCommand(waiting);
    } else if (lookAgain || alarm.rang) {
      lookAgain = false;
      if (alarm.rang) alarm.heard();
      await climbLadders();
    } else if (life.byItself(state, now()) !== null) {
      await decideByItself();
    } else if (isRunFull(life.mostEvents) && effects.size === 0) {
      await finishHandlers();
      await life.goOn(state);
    } else {
      alarm.set(life.nextWake(state, now()));
      await condition(() => !queue.isEmpty || alarm.rang || lookAgain);
    }
  }
  alarm.set(null);
  await finishHandlers();
  await condition(() => effects.size === 0);
  // What came last may have begun something again: a death was taken back that held the record of a case that had ended.
  if (!superseded && !life.hasEnded(state)) await life.goOn(state);

  /** Takes nothing new, and answers everybody who was let in before. */
  async function finishHandlers(): Promise<void> {
    queue.drain();
    while (!allHandlersFinished()) {
      await condition(() => !queue.isEmpty || allHandlersFinished());
      for (let left = queue.next(); left; left = queue.next()) await decideCommand(left);
    }
  }

  /** Decides one command; a refusal answers its sender, a bug parks this command alone. */
  async function decideCommand({ command, answer, fail }: Waiting<C>): Promise<void> {
    try {
      for (;;) {
        const when = { occurred: command.occurred, now: now() };
        const decision = life.decide(state, command, when);
        const outcome = await record(command.commandId, command.type, decision, command.occurred);
        if (outcome) return answer(outcome);
        if (superseded) return fail(elsewhere());
      }
    } catch (error) {
      if (isCancellation(error)) throw error;
      await park(command.commandId, command.type, error);
      fail(
        ApplicationFailure.create({
          type: parked,
          message: 'The command is parked.',
          nonRetryable: true,
          cause: asError(error),
        }),
      );
    }
  }

  /** Records a decision; null where another writer was first and the decision has to be made again. */
  async function record(
    commandId: string | null,
    commandType: C['type'],
    decision: P | Refusal,
    occurred: Occurred,
  ): Promise<CommandAnswer | null> {
    const seen = { version: state.version, recordedAt: now() };
    const outcome: Recorded<F> = await life.record({ ...seen, commandId, commandType, occurred, decision });
    if (outcome.status === 'superseded') {
      superseded = true;
      return null;
    }
    see(outcome.facts, commandId);
    return outcome.status === 'recorded' ? outcome.answer : null;
  }

  /** Decides what the matter does by itself. Where nothing came of it, it is left alone for a while. */
  async function decideByItself(): Promise<void> {
    const occurred = { at: now(), precision: 'minute' } as const;
    const command = life.byItself(state, occurred.at);
    if (command === null) return;
    const { version } = state;
    try {
      await record(null, command.type, life.decide(state, command, { occurred, now: occurred.at }), occurred);
    } catch (error) {
      return restAfterFault(command.type, error);
    }
    if (!superseded && state.version === version) await rest(lookAgainAfterFaultMs);
  }

  /** Fires every rung whose time has come, and learns what others have recorded meanwhile. */
  async function climbLadders(): Promise<void> {
    const { version } = state;
    try {
      const outcome = await life.fire({ version, now: now() });
      if (outcome.status === 'superseded') superseded = true;
      else see(outcome.facts, null);
    } catch (error) {
      return restAfterFault('fireDueRungs', error);
    }
    const wake = life.nextWake(state, now());
    if (state.version === version && wake !== null && wake <= now()) await rest(lookAgainAfterNothingMs);
  }

  async function restAfterFault(what: string, error: unknown): Promise<void> {
    if (isCancellation(error)) throw error;
    await park(null, what, error);
    await rest(lookAgainAfterFaultMs);
  }

  /** Leaves the clocks alone for a while; commands are taken as always. */
  async function rest(ms: number): Promise<void> {
    alarm.set(instantAt(Date.now() + ms));
    await condition(() => !queue.isEmpty || alarm.rang);
  }

  async function park(commandId: string | null, commandType: string, error: unknown): Promise<void> {
    await life.park({ commandId, commandType, problem: asError(error).name, at: now() });
  }

  /** Takes in what was recorded, and sets off what it leads to elsewhere; the matter goes on meanwhile. */
  function see(facts: readonly EngineFactOf<F>[], commandId: string | null): void {
    const fresh = facts.filter(({ seq }) => seq > state.version);
    state = life.evolve(state, facts);
    for (const recorded of fresh)
      if ('fact' in recorded) for (const effect of life.setOff(recorded.fact, state, commandId)) track(effect);
  }

  function track(effect: Promise<void>): void {
    const tracked = effect.finally(() => effects.delete(tracked));
    effects.add(tracked);
  }
}

/** Whether the history of this run is as long as it should become. */
function isRunFull(mostEvents: number | null): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || (mostEvents !== null && historyLength >= mostEvents);
}

function now(): IsoInstant {
  return instantAt(Date.now());
}

function elsewhere(): ApplicationFailure {
  return ApplicationFailure.create({ type: busy, message: 'The matter goes on in another run.', nonRetryable: true });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('Something that is no error was thrown.');
}
