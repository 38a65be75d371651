import type { Store } from '../../store/prismaClient.ts';
import { readColumns } from '../../store/projection/writeSet.ts';
import { assessmentsWithRecord, rebuildAssessment } from '../../store/rebuild/rebuildAssessment.ts';
import { meetingsWithRecord, rebuildMeeting } from '../../store/rebuild/rebuildMeeting.ts';
import { brokenBecause } from './brokenBecause.ts';
import { progressLine } from './progressLine.ts';

/** Rebuilds the read model of every meeting and lone assessment; gives how many records are not what was written. */
export async function rebuildMatters(store: Store, say: (line: string) => void): Promise<number> {
  const meetings = await meetingsWithRecord(store.prisma);
  const assessments = await assessmentsWithRecord(store.prisma);
  const broken = await rebuildEach(store, { one: 'Meeting', many: 'meetings', rebuild: rebuildMeeting }, meetings, say);
  const kind = { one: 'Assessment', many: 'assessments', rebuild: rebuildAssessment };
  return broken + (assessments.length === 0 ? 0 : await rebuildEach(store, kind, assessments, say));
}

async function rebuildEach(
  store: Store,
  { one, many, rebuild }: { readonly one: string; readonly many: string; readonly rebuild: typeof rebuildMeeting },
  ids: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const columnsOf = await readColumns(store.prisma);
  const progress = progressLine(`${one}s`, ids.length, say);
  let [mended, broken] = [0, 0];
  for (const id of ids) {
    const rebuilt = await rebuild(store, id, columnsOf);
    if (rebuilt.status === 'mended') {
      mended += 1;
      say(`${one} ${id}: mended ${rebuilt.rows.join(', ')}`);
    }
    if (rebuilt.status === 'broken') {
      broken += 1;
      const { seq, why } = rebuilt.link;
      say(`${one} ${id}: the record is broken at entry ${String(seq)}: ${brokenBecause[why]}. Left as it stands.`);
    }
    progress.step();
  }
  say(`${String(progress.done)} ${many}: ${String(mended)} mended, ${String(broken)} with a broken record.`);
  return broken;
}
