import type { Store } from '../../store/prismaClient.ts';
import { readColumns } from '../../store/projection/writeSet.ts';
import type { Difference } from '../../store/rebuild/caseSnapshot.ts';
import { casesToRebuild, countCases, everyCase, peopleOfCase } from '../../store/rebuild/casesToRebuild.ts';
import { rebuildReadModel } from '../../store/rebuild/rebuildReadModel.ts';
import { settleFlag } from '../../store/rebuild/settleFlag.ts';
import { settleSafeContact } from '../../store/rebuild/settleSafeContact.ts';
import { brokenBecause } from './brokenBecause.ts';
import { progressLine } from './progressLine.ts';
import { rebuildMatters } from './rebuildMatters.ts';

const atOnce = 200;
/** Cases that differed are named one by one up to here; after that they are counted. */
const mostNamed = 50;

/** Rebuilds the read model of all cases and meetings, or of one case; gives 1 where a record is not what was written, else 0. */
export async function rebuildReadModels(
  store: Store,
  only: string | null,
  say: (line: string) => void,
): Promise<number> {
  const columnsOf = await readColumns(store.prisma);
  const progress = progressLine('Cases', only ? 1 : await countCases(store.prisma), say);
  const victims = new Set<string>();
  const pairs = new Set<string>();
  let [mended, broken] = [0, 0];
  for await (const caseId of casesInTurn(store, only)) {
    const rebuilt = await rebuildReadModel(store, caseId, columnsOf);
    if (rebuilt.status === 'mended') mended += 1;
    if (rebuilt.status === 'mended' && mended <= mostNamed) say(`Case ${caseId}: mended ${told(rebuilt.differences)}`);
    if (rebuilt.status === 'broken') {
      broken += 1;
      const { seq, why } = rebuilt.link;
      say(`Case ${caseId}: the record is broken at entry ${String(seq)}: ${brokenBecause[why]}. Left as it stands.`);
    }
    const people = await peopleOfCase(store.prisma, caseId);
    if (people) victims.add(people.victimId);
    if (people) pairs.add(people.pairId);
    progress.step();
  }
  const settled = await settleAll(store, victims, pairs, say);
  const brokenMeetings = only === null ? await rebuildMatters(store, say) : 0;
  say(
    `${String(progress.done)} cases in ${progress.seconds} s: ${String(mended)} mended, ${String(broken)} with a broken ` +
      `record; ${String(settled)} flags and suspensions of contact mended.`,
  );
  return broken + brokenMeetings > 0 ? 1 : 0;
}

async function* casesInTurn(store: Store, only: string | null): AsyncGenerator<string> {
  if (only !== null) {
    yield only;
    return;
  }
  for (let after: string | null = null; ;) {
    const page: readonly string[] = await casesToRebuild(store.prisma, everyCase, after, atOnce);
    yield* page;
    if (page.length < atOnce) return;
    after = page.at(-1) ?? null;
  }
}

async function settleAll(
  store: Store,
  victims: ReadonlySet<string>,
  pairs: ReadonlySet<string>,
  say: (line: string) => void,
): Promise<number> {
  const progress = progressLine('Victims and pairs', victims.size + pairs.size, say);
  let settled = 0;
  for (const victimId of victims) {
    settled += (await settleSafeContact(store, victimId)).length;
    progress.step();
  }
  for (const pairId of pairs) {
    settled += (await settleFlag(store, pairId)).length;
    progress.step();
  }
  return settled;
}

/** Which rows differed, by table and number: `2 of clock, 1 of case`. */
function told(differences: readonly Difference[]): string {
  const tables = [...new Set(differences.map(({ table }) => table))];
  return tables
    .map((table) => `${String(differences.filter((each) => each.table === table).length)} of ${table}`)
    .join(', ');
}
