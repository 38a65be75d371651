import { isProblem, type RequestProblem } from '../../contracts/problemCode.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { caseHistory as readHistory } from '../../store/audit/caseHistory.ts';
import type { Dependencies } from '../dependencies.ts';
import { seeCase } from '../seeCase.ts';
import type { Reading } from './getCase.ts';
import { type HistoryLine, historyLines } from './historyLines.ts';

/** What happened in a case, in plain sentences, from its record alone. */
export async function caseHistory(
  deps: Dependencies,
  { actor, route, reference }: Reading,
  afterNumber: number,
  limit: number,
): Promise<{ readonly ok: true; readonly lines: readonly HistoryLine[]; readonly more: boolean } | RequestProblem> {
  const { prisma } = deps.store;
  const seen = await seeCase(deps, reference, { actor, permission: 'readAudit', event: 'readHistory', route });
  if (isProblem(seen)) return seen;
  const rows = await readHistory(prisma, seen.known.id, afterNumber, limit + 1);
  const at = deps.clock.now();
  const access = { actorId: actor.practitionerId, event: 'readHistory', route, caseId: seen.known.id };
  await recordAccess(prisma, { ...access, outcome: seen.level, at });
  return { ok: true, lines: historyLines(rows.slice(0, limit)), more: rows.length > limit };
}
