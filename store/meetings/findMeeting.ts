import type { MeetingSort } from '../../domain/meetings/meetingFact.ts';
import type { MeetingStanding } from '../../domain/meetings/meetingStanding.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant, toInstantOrNull, toIsoDate } from '../time.ts';

/** A meeting as it stands, with the version that If-Match is compared with. */
export interface KnownMeeting extends MeetingStanding {
  readonly revision: number;
}

/** A meeting by its id, or null. */
export async function meetingById(tx: Tx, id: string): Promise<KnownMeeting | null> {
  const row = await tx.meeting.findUnique({ where: { id } });
  if (!row) return null;
  const { epoch: _e, seq: _s, lastHash: _h, parked: _p, ...rest } = row;
  return {
    ...rest,
    kind: row.kind as MeetingSort,
    status: row.status as MeetingStanding['status'],
    onDate: toIsoDate(row.onDate),
    cutOffOn: toIsoDate(row.cutOffOn),
    startsAt: toInstant(row.startsAt),
    createdAt: toInstant(row.createdAt),
    lockedAt: toInstantOrNull(row.lockedAt),
    agendaSentAt: toInstantOrNull(row.agendaSentAt),
    heldAt: toInstantOrNull(row.heldAt),
    minutesConfirmedAt: toInstantOrNull(row.minutesConfirmedAt),
    minutesSentAt: toInstantOrNull(row.minutesSentAt),
  };
}

/** Whether the record of a meeting is closed. */
export async function hasMeetingEnded(tx: Tx, meetingId: string): Promise<boolean> {
  return (await tx.auditEvent.count({ where: { caseId: meetingId, type: 'meetingEnded' } })) > 0;
}
