import type { z } from 'zod';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { furtherAbuseReportView } from '../../contracts/views/officeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { maySettleReport } from '../../domain/access/maySettleReport.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { referencesOf } from '../../store/cases/findCase.ts';
import type { ReportOnRecord } from '../../store/furtherAbuse/reports.ts';
import { readWords } from '../cases/words.ts';
import type { Dependencies } from '../dependencies.ts';
import { reportToRead } from './reportToRead.ts';

export interface ReportRead {
  readonly ok: true;
  readonly view: z.output<typeof furtherAbuseReportView>;
  readonly maySettle: boolean;
}

/** A report of further abuse with the words it came in, and whether whoever reads it may settle it as it stands. */
export async function readReport(
  deps: Dependencies,
  actor: Actor,
  route: string,
  id: string,
): Promise<ReportRead | RequestProblem> {
  const { prisma } = deps.store;
  const found = await reportToRead(deps, actor, id);
  if (!found) return problem('NOT_FOUND');
  const { report } = found;
  const { caseId, newCaseId, contentId } = report;
  const cases = [caseId, newCaseId].filter((each) => each !== null);
  const [words, references] = await Promise.all([
    readWords(deps, [contentId, settledReasonOf(report)]),
    referencesOf(prisma, cases),
  ]);
  const access = { actorId: actor.practitionerId, event: 'readFurtherAbuse', route, caseId };
  await recordAccess(prisma, { ...access, outcome: 'shown', at: deps.clock.now() });
  const { status, incidentAt, receivedAt, reporterId } = report;
  const content = words(contentId)?.text ?? null;
  const reference = references.get(caseId ?? '') ?? null;
  const repeat = references.get(newCaseId ?? '') ?? null;
  const settled =
    report.settledAs === null
      ? null
      : {
          as: report.settledAs,
          at: report.settledAt,
          byId: report.settledById,
          reason: words(report.settledReasonId),
        };
  const view = { reportId: id, status, incidentAt, receivedAt, reporterId, reference, repeat, settled, content };
  const waits = status === 'unmatched' || status === 'afterEnd';
  return { ok: true, view, maySettle: waits && maySettleReport(actor, found.access) };
}

function settledReasonOf(report: ReportOnRecord): string | null {
  return report.settledAs === null ? null : report.settledReasonId;
}
