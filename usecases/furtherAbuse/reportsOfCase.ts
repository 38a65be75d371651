import type { IsoInstant } from '../../domain/calendar/time.ts';
import { referencesOf } from '../../store/cases/findCase.ts';
import { reportsOfCase } from '../../store/furtherAbuse/reports.ts';
import type { CaseToWorkOn } from '../cases/getCase.ts';
import type { Dependencies } from '../dependencies.ts';

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
  { store: { reads } }: Dependencies,
  { caseId, level }: CaseToWorkOn,
): Promise<readonly ReportOfCase[]> {
  if (level !== 'full') return [];
  const found = await reportsOfCase(reads, caseId);
  const references = await referencesOf(
    reads,
    found.flatMap(({ newCaseId }) => newCaseId ?? []),
  );
  return found.map(({ id, incidentAt, receivedAt, newCaseId }) => {
    return { reportId: id, incidentAt, receivedAt, repeat: references.get(newCaseId ?? '') ?? null };
  });
}
