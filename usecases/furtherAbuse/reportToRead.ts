import type { Actor } from '../../domain/access/actor.ts';
import type { CaseAccess } from '../../domain/access/caseAccess.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { caseAccess } from '../../store/access/caseAccess.ts';
import { reportById, type ReportOnRecord } from '../../store/furtherAbuse/reports.ts';
import type { Dependencies } from '../dependencies.ts';
import { looksAfterReports } from '../exceptions/looksAfterReports.ts';

/**
 * A report that somebody may read, with what is to be known of its case: where the pair is known, for whoever is shown
 * everything of that case; where nobody is meant for sure, for those who look after such reports. Null for all others.
 */
export async function reportToRead(
  { store }: Dependencies,
  actor: Actor,
  id: string,
): Promise<{ readonly report: ReportOnRecord; readonly access: CaseAccess | null } | null> {
  const report = await reportById(store.prisma, id);
  if (!report) return null;
  if (report.caseId === null) return looksAfterReports(actor) ? { report, access: null } : null;
  const access = await caseAccess(store.reads, report.caseId);
  return access !== null && disclosureLevel(actor, access) === 'full' ? { report, access } : null;
}
