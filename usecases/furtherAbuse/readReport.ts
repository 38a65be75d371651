import type { z } from 'zod';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { furtherAbuseReportView } from '../../contracts/views/officeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { openContents } from '../../store/content/openContents.ts';
import { reportById } from '../../store/furtherAbuse/reports.ts';
import type { Dependencies } from '../dependencies.ts';
import { looksAfterReports } from '../exceptions/looksAfterReports.ts';

/** A report that belongs to no case, for those who look after such reports; one that belongs to a case is read there. */
export async function readReport(
  deps: Dependencies,
  actor: Actor,
  route: string,
  id: string,
): Promise<{ readonly ok: true; readonly view: z.output<typeof furtherAbuseReportView> } | RequestProblem> {
  const { prisma } = deps.store;
  const report = looksAfterReports(actor) ? await reportById(prisma, id) : null;
  if (report?.status !== 'unmatched') return problem('NOT_FOUND');
  const opened = (await openContents(prisma, deps.sealing, [report.contentId])).get(report.contentId);
  const access = { actorId: actor.practitionerId, event: 'readFurtherAbuse', route, caseId: null };
  await recordAccess(prisma, { ...access, outcome: 'shown', at: deps.clock.now() });
  const { status, incidentAt, receivedAt, reporterId } = report;
  const content = opened?.state === 'open' ? opened.value : null;
  return { ok: true, view: { reportId: id, status, incidentAt, receivedAt, reporterId, content } };
}
