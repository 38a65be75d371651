import type { MeetingChoice } from '../../domain/completion/chooseMeeting.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromIsoDate, toIsoDate } from '../time.ts';
import { listedOn } from './listedOn.ts';

/** Every meeting of an area from a London date on that is still to be held, as a case that needs one would find it; nothing is locked. */
export async function meetingsToCome(tx: Tx, areaId: string, from: IsoDate): Promise<readonly MeetingChoice[]> {
  const rows = await tx.meeting.findMany({
    where: { areaId, status: 'planned', onDate: { gte: fromIsoDate(from) } },
    orderBy: [{ onDate: 'asc' }, { id: 'asc' }],
  });
  const listed = await listedOn(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id: meetingId, onDate, cutOffOn, capacity, kind, lockedAt }) => ({
    ...{ meetingId, capacity, listed: listed.get(meetingId) ?? 0 },
    ...{ meetingOn: toIsoDate(onDate), cutOffOn: toIsoDate(cutOffOn) },
    ...{ locked: lockedAt !== null, emergency: kind === 'emergency' },
  }));
}
