import type { Store } from '../../store/prismaClient.ts';
import { readColumns } from '../../store/projection/writeSet.ts';
import { meetingsWithRecord, rebuildMeeting } from '../../store/rebuild/rebuildMeeting.ts';
import { brokenBecause } from './brokenBecause.ts';
import { progressLine } from './progressLine.ts';

/** Rebuilds the read model of every meeting that has a record; gives how many records are not what was written. */
export async function rebuildMeetings(store: Store, say: (line: string) => void): Promise<number> {
  const columnsOf = await readColumns(store.prisma);
  const meetings = await meetingsWithRecord(store.prisma);
  const progress = progressLine('Meetings', meetings.length, say);
  let [mended, broken] = [0, 0];
  for (const meetingId of meetings) {
    const rebuilt = await rebuildMeeting(store, meetingId, columnsOf);
    if (rebuilt.status === 'mended') {
      mended += 1;
      say(`Meeting ${meetingId}: mended ${rebuilt.rows.join(', ')}`);
    }
    if (rebuilt.status === 'broken') {
      broken += 1;
      const { seq, why } = rebuilt.link;
      say(
        `Meeting ${meetingId}: the record is broken at entry ${String(seq)}: ${brokenBecause[why]}. Left as it stands.`,
      );
    }
    progress.step();
  }
  say(`${String(progress.done)} meetings: ${String(mended)} mended, ${String(broken)} with a broken record.`);
  return broken;
}
