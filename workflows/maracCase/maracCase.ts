import { continueAsNew } from '@temporalio/workflow';
import { addDays, londonDate, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import { carriedOver, type CaseState, evolveAll } from '../../domain/lifecycle/caseState.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import { isOver, standsUntil } from '../../domain/lifecycle/commands/closing.ts';
import { isFinished } from '../../domain/lifecycle/commands/retention.ts';
import { decide } from '../../domain/lifecycle/decide.ts';
import { nextClockWake } from '../../domain/matters/matter.ts';
import { liveMatter } from '../matter/liveMatter.ts';
import { type CaseStart, type EngineCommand, mostEventsOfARun } from '../messages.ts';
import {
  deliverFollowUps,
  fireDueRungs,
  parkCommand,
  recordDecision,
  reportBreach,
  spreadDeath,
  watchFlagsAnew,
  watchForRepeat,
} from './activities.ts';

/**
 * One case from its referral until nothing is kept of it but figures. It ends by itself when it is closed, its flag is over
 * and nothing in it is watched any more; from then on it waits for the review of its record, until that is erased or held.
 */
export async function maracCase(start: CaseStart): Promise<void> {
  const { caseId, epoch, mostEvents } = start;
  await liveMatter<CaseState, EngineCommand, CaseFact, Proposal>({
    state: carriedOver(start.state),
    mostEvents,
    hasEnded: isFinished,
    byItself: (state, now) => (isOver(state, londonDate(now)) ? { type: 'endCase', payload: {} } : null),
    nextWake,
    decide,
    record: (decided) => recordDecision({ caseId, epoch, ...decided }),
    fire: (seen) => fireDueRungs({ caseId, epoch, ...seen }),
    park: (parked) => parkCommand({ caseId, ...parked }),
    evolve: evolveAll,
    setOff: (fact, state, commandId) => effectsOf(fact, state, { caseId, commandId }),
    goOn: (state) => continueAsNew<typeof maracCase>({ ...start, state, mostEvents: mostEvents ?? mostEventsOfARun }),
  });
}

/** What another case of the same two people, or of the same victim, is to hear of too. */
const tellsAnotherCase: readonly CaseFact['type'][] = [
  'twoAreasNoted',
  'reversedPairNoted',
  'safeContactProposed',
  'likelyMatchNoted',
  'likelyMatchDecided',
  'referralMerged',
  'mergeUndone',
  'mergeUndoneUngraded',
  'mergeUndoneUnscreened',
  'reportTakenOut',
  'repeatTakenBack',
  'deathTakenBack',
];

/** What a fact leads to in other workflows. */
function effectsOf(
  fact: CaseFact,
  { pairId, flagEndsOn, silent }: CaseState,
  { caseId, commandId }: { readonly caseId: string; readonly commandId: string | null },
): Promise<void>[] {
  // The watch of the pair knows of a longer flag, which was taken back.
  if (fact.type === 'flagSet' && fact.data.again === true && !silent && pairId !== null)
    return [watchFlagsAnew({ pairId })];
  // The flag of a case that is sent in as history is watched from the day it is declared caught up.
  if ((fact.type === 'flagSet' || fact.type === 'caughtUp') && !silent && pairId !== null && flagEndsOn !== null)
    return [watchForRepeat({ pairId, caseId, endsOn: flagEndsOn })];
  // The meeting has a locked list: it has to ask agencies about a case that came late.
  if (fact.type === 'caseListed' && fact.data.late === true && commandId !== null)
    return [deliverFollowUps({ commandId })];
  if (tellsAnotherCase.includes(fact.type) && commandId !== null) return [deliverFollowUps({ commandId })];
  if (fact.type === 'orderBreached') return [reportBreach({ caseId, breachId: fact.data.breachId })];
  return fact.type === 'victimDied' ? [spreadDeath({ caseId })] : [];
}

/** The next moment at which a case has to do something by itself; null while it is silent and nothing can happen. */
function nextWake(state: CaseState, now: IsoInstant): IsoInstant | null {
  if (state.silent) return null;
  const until = standsUntil(state);
  const afterwards = until === null ? null : startOfLondonDay(addDays(until, 1));
  const wakes = [nextClockWake(state), afterwards !== null && afterwards > now ? afterwards : null];
  return wakes.filter((at) => at !== null).toSorted()[0] ?? null;
}
