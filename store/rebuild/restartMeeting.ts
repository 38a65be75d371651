import { evolveMeeting, type MeetingState, newMeeting } from '../../domain/meetings/meetingState.ts';
import type { MeetingFact } from '../../domain/meetings/meetingFact.ts';
import { lockMatter } from '../decisions/lockMatter.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { forEngine } from '../projection/recordedFact.ts';
import { readRecord } from './readRecord.ts';

/**
 * What the workflow of a meeting is started again from; null where its record is closed or there is none. With the
 * epoch raised whatever workflow of it still runs writes nothing more.
 */
export async function restartOfMeeting(
  store: Store,
  meetingId: string,
  raiseEpoch: boolean,
): Promise<{ readonly epoch: number; readonly state: MeetingState } | null> {
  return store.prisma.$transaction(
    async (tx) => {
      await lockMatter(tx, meetingId);
      const row = await tx.meeting.findUnique({ where: { id: meetingId }, select: { epoch: true } });
      const record = await readRecord<MeetingFact>(tx, meetingId);
      const state = evolveMeeting(
        newMeeting(),
        record.map(({ recorded }) => forEngine(recorded)),
      );
      if (!row || state.stage === 'new' || state.stage === 'ended') return null;
      if (!raiseEpoch) return { epoch: row.epoch, state };
      const data = { epoch: { increment: 1 } };
      const { epoch } = await tx.meeting.update({ where: { id: meetingId }, data, select: { epoch: true } });
      return { epoch, state };
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}

/** Ids of every meeting that has a record which is not closed. */
export async function livingMeetings(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m.id::text FROM meeting m WHERE m.seq > 0
      AND NOT EXISTS (SELECT FROM audit_event e WHERE e.case_id = m.id AND e.type = 'meetingEnded') ORDER BY m.id`;
  return rows.map(({ id }) => id);
}
