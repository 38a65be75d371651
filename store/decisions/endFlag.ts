import { endClock } from '../../domain/clocks/endClock.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import type { CaseFact, ClockFact } from '../../domain/lifecycle/caseFact.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { WriteSet } from '../projection/writeSet.ts';
import { appendFacts } from './appendFacts.ts';
import { calendarOf } from './calendarOf.ts';
import { inOneRecording } from './inOneRecording.ts';
import { openCase } from './openCase.ts';
import type { RecordingTools } from './recordInMatter.ts';

export interface EndedFlag {
  readonly pairId: string;
  readonly caseId: string;
  readonly endsOn: IsoDate;
  readonly because: 'over' | 'restarted';
  readonly at: IsoInstant;
}

/**
 * Ends the flag that a case set: its last day is over, or a newer referral of the pair has restarted it. Where that newer one was
 * taken back meanwhile the flag is this case’s again, and stands.
 */
export async function endFlag(store: Store, flag: EndedFlag, tools: RecordingTools): Promise<'ended' | 'stands'> {
  const { caseId, pairId, endsOn, at } = flag;
  return inOneRecording(store, async (tx) => {
    const open = await openCase(tx, caseId, null, londonDate(at));
    if (flag.because === 'restarted' && (await isFlagOf(tx, pairId, caseId))) return 'stands';
    const running = [...open.running.values()].map(({ clock }) => clock).find((clock) => clock.kind === 'repeatFlag');
    if (!running) return 'ended';
    const occurred = { at, precision: 'minute' } as const;
    const over = flag.because === 'over';
    const clock = endClock(running, { at, outcome: over ? 'done' : 'cancelled', reason: flag.because });
    const ended: ClockFact = { type: 'clockEnded', occurred, data: { clock } };
    const facts: (CaseFact | ClockFact)[] = over
      ? [{ type: 'flagEnded', occurred, data: { pairId, endsOn } }, ended]
      : [ended];
    const writes = new WriteSet();
    appendFacts(
      open,
      facts,
      {
        actorId: null,
        commandId: null,
        decidedAt: at,
        policyVersion: open.policyOn(londonDate(at)).version,
        calendarVersion: calendarOf(open, tools).version,
        idFor: (name) => tools.deriveId(clock.id, `end/${name}`),
        movesRevision: false,
      },
      writes,
    );
    await writes.flush(tx, tools.columnsOf);
    return 'ended';
  });
}

/** Whether the flag of a pair is the one that this case set. A case that sets a longer one takes it in the same transaction. */
async function isFlagOf(tx: Tx, pairId: string, caseId: string): Promise<boolean> {
  const flag = await tx.flag.findUnique({ where: { pairId }, select: { caseId: true, endedAt: true } });
  return flag?.caseId === caseId && flag.endedAt === null;
}
