import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  isCancellation,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { addDays, instantAt, londonDate, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { EngineFact } from '../../domain/lifecycle/caseFact.ts';
import { carriedOver, type CaseState, evolveAll } from '../../domain/lifecycle/caseState.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import { isOver } from '../../domain/lifecycle/commands/closing.ts';
import { decide } from '../../domain/lifecycle/decide.ts';
import type { Refusal } from '../../domain/lifecycle/refusal.ts';
import {
  busy,
  type CaseStart,
  commandUpdate,
  type EngineCommand,
  lookAgainSignal,
  parked,
  stateQuery,
} from '../messages.ts';
import { fireDueRungs, parkCommand, recordDecision, reportBreach, spreadDeath, watchForRepeat } from './activities.ts';
import { Alarm } from './alarm.ts';
import { CommandQueue, type Waiting } from './commandQueue.ts';

/** After a fault in firing a ladder the case looks again so much later: a ladder never goes quiet. */
const lookAgainAfterFaultMs = 15 * 60_000;
/** Where a clock’s moment has passed and nothing came of it, the case looks again so much later. */
const lookAgainAfterNothingMs = 60_000;

/**
 * One case from its referral to its end: takes every command in order, decides it, has the decision recorded, and
 * wakes for the case's clocks. It ends when it is closed, its flag is over and nothing in it is watched any more.
 */
export async function maracCase(start: CaseStart): Promise<void> {
  let state = carriedOver(start.state);
  const queue = new CommandQueue();
  const alarm = new Alarm();
  const effects = new Set<Promise<void>>();
  let lookAgain = false;
  let superseded = false;

  setHandler(stateQuery, () => state);
  setHandler(lookAgainSignal, () => void (lookAgain = true));
  setHandler(commandUpdate, (command: EngineCommand) => queue.take(command), {
    validator: (_command: EngineCommand) => queue.assertOpen(),
  });

  while (!superseded && state.stage !== 'ended') {
    const waiting = queue.next();
    if (waiting) {
      await decideCommand(waiting);
    } else if (lookAgain || alarm.rang) {
      lookAgain = false;
      if (alarm.rang) alarm.heard();
      await climbLadders();
    } else if (isOver(state, londonDate(now()))) {
      await decideEnd();
    } else if (isRunFull(start) && effects.size === 0) {
      await finishHandlers();
      await continueAsNew<typeof maracCase>({ ...start, state });
    } else {
      alarm.set(nextWake(state));
      await condition(() => !queue.isEmpty || alarm.rang || lookAgain);
    }
  }
  alarm.set(null);
  await finishHandlers();
  await condition(() => effects.size === 0);

  /** Takes nothing new, and answers everybody who was let in before. */
  async function finishHandlers(): Promise<void> {
    queue.drain();
    while (!allHandlersFinished()) {
      await condition(() => !queue.isEmpty || allHandlersFinished());
      for (let left = queue.next(); left; left = queue.next()) await decideCommand(left);
    }
  }

  /** Decides one command; a refusal answers its sender, a bug parks this command alone. */
  async function decideCommand({ command, answer, fail }: Waiting): Promise<void> {
    try {
      for (;;) {
        const when = { occurred: command.occurred, now: now() };
        const outcome = await record(command.commandId, command.type, decide(state, command, when), command.occurred);
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
    commandType: Waiting['command']['type'],
    decision: Proposal | Refusal,
    occurred: Waiting['command']['occurred'],
  ) {
    const { caseId, epoch } = start;
    const seen = { caseId, epoch, version: state.version };
    const outcome = await recordDecision({ ...seen, commandId, commandType, occurred, decision, recordedAt: now() });
    if (outcome.status === 'superseded') {
      superseded = true;
      return null;
    }
    see(outcome.facts);
    return outcome.status === 'recorded' ? outcome.answer : null;
  }

  async function decideEnd(): Promise<void> {
    const occurred = { at: now(), precision: 'minute' } as const;
    const command = { type: 'endCase', payload: {} } as const;
    try {
      await record(null, 'endCase', decide(state, command, { occurred, now: now() }), occurred);
    } catch (error) {
      await restAfterFault('endCase', error);
    }
  }

  /** Fires every rung whose time has come, and learns what others have recorded meanwhile. */
  async function climbLadders(): Promise<void> {
    const { caseId, epoch } = start;
    const { version } = state;
    try {
      const outcome = await fireDueRungs({ caseId, epoch, version, now: now() });
      if (outcome.status === 'superseded') superseded = true;
      else see(outcome.facts);
    } catch (error) {
      return restAfterFault('fireDueRungs', error);
    }
    const wake = nextWake(state);
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
    const { caseId } = start;
    await parkCommand({ caseId, commandId, commandType, problem: asError(error).name, at: now() });
  }

  function see(facts: readonly EngineFact[]): void {
    const fresh = facts.filter(({ seq }) => seq > state.version);
    state = evolveAll(state, facts);
    for (const recorded of fresh) if ('fact' in recorded) setOff(recorded.fact);
  }

  /** Sets off what a fact leads to in other workflows; the case goes on meanwhile. */
  function setOff(fact: Extract<EngineFact, { fact: unknown }>['fact']): void {
    const { caseId } = start;
    const { pairId, flagEndsOn, silent } = state;
    // The flag of a case that is sent in as history is watched from the day it is declared caught up.
    if ((fact.type === 'flagSet' || fact.type === 'caughtUp') && !silent && pairId !== null && flagEndsOn !== null)
      track(watchForRepeat({ pairId, caseId, endsOn: flagEndsOn }));
    if (fact.type === 'victimDied') track(spreadDeath({ caseId }));
    if (fact.type === 'orderBreached') track(reportBreach({ caseId, breachId: fact.data.breachId }));
  }

  function track(effect: Promise<void>): void {
    const tracked = effect.finally(() => effects.delete(tracked));
    effects.add(tracked);
  }
}

/** The next moment at which a case has to do something by itself; null while it is silent and nothing can happen. */
function nextWake(state: CaseState): IsoInstant | null {
  if (state.silent) return null;
  const wakes = Object.values(state.clocks).flatMap(({ wakeAt }) => (wakeAt === null ? [] : [wakeAt]));
  const afterFlag = state.flagEndsOn === null ? null : startOfLondonDay(addDays(state.flagEndsOn, 1));
  if (afterFlag !== null && afterFlag > now()) wakes.push(afterFlag);
  return wakes.toSorted()[0] ?? null;
}

/** Whether the history of this run is as long as it should become. */
function isRunFull(start: CaseStart): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || (start.mostEvents !== null && historyLength >= start.mostEvents);
}

function now(): IsoInstant {
  return instantAt(Date.now());
}

function elsewhere(): ApplicationFailure {
  return ApplicationFailure.create({ type: busy, message: 'The case goes on in another run.', nonRetryable: true });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('Something that is no error was thrown.');
}
