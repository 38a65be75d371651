import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { referencesOf } from '../../store/cases/findCase.ts';
import { reportsOfCase } from '../../store/furtherAbuse/reports.ts';
import type { Reading } from '../cases/getCase.ts';
import type { Dependencies } from '../dependencies.ts';
import { seeCase } from '../seeCase.ts';

/** A report of further abuse as the case it belongs to lists it, without its words. */
export interface ReportOfCase {
  readonly reportId: string;
  readonly incidentAt: IsoInstant;
  readonly receivedAt: IsoInstant;
  /** The case that was opened for it, where it was a repeat. */
  readonly repeat: string | null;
}

/** The reports of further abuse that belong to a case, the latest first, for whoever is shown everything of it; none for others. */
export async function listReportsOfCase(
  deps: Dependencies,
  { actor, route, reference }: Reading,
): Promise<{ readonly ok: true; readonly reports: readonly ReportOfCase[] } | RequestProblem> {
  const { prisma } = deps.store;
  const seen = await seeCase(deps, reference, { actor, permission: 'readCase', event: 'readCase', route });
  if (!seen.ok) return problem('NOT_FOUND');
  if (seen.level !== 'full') return { ok: true, reports: [] };
  const found = await reportsOfCase(prisma, seen.known.id);
  const references = await referencesOf(
    prisma,
    found.flatMap(({ newCaseId }) => newCaseId ?? []),
  );
  const reports = found.map(({ id, incidentAt, receivedAt, newCaseId }) => {
    return { reportId: id, incidentAt, receivedAt, repeat: references.get(newCaseId ?? '') ?? null };
  });
  return { ok: true, reports };
}
