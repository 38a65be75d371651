import type { z } from 'zod';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { furtherAbuseReportView } from '../../contracts/views/officeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { maySettleReport } from '../../domain/access/maySettleReport.ts';
import { caseAccess } from '../../store/access/caseAccess.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { referencesOf } from '../../store/cases/findCase.ts';
import type { ReportOnRecord } from '../../store/furtherAbuse/reports.ts';
import { readWords } from '../cases/words.ts';
import type { Dependencies } from '../dependencies.ts';
import { reportToRead } from './reportToRead.ts';
import { whyNotTakenOut } from './whyNotTakenOut.ts';

export interface ReportRead {
  readonly ok: true;
  readonly view: z.output<typeof furtherAbuseReportView>;
  readonly maySettle: boolean;
  /** Whether they may take it out of the case that has recorded it. */
  readonly mayTakeOut: boolean;
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
  const { caseId, newCaseId, contentId, takenOut } = report;
  const cases = [caseId, newCaseId, takenOut?.ofId ?? null, takenOut?.repeatId ?? null];
  const [words, references, showsBefore] = await Promise.all([
    readWords(deps, [contentId, settledReasonOf(report), takenOut?.reasonId]),
    referencesOf(
      prisma,
      cases.filter((each) => each !== null),
    ),
    isShown(deps, actor, takenOut?.ofId ?? null),
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
  const before = takenOut && {
    at: takenOut.at,
    byId: takenOut.byId,
    reference: showsBefore ? (references.get(takenOut.ofId) ?? null) : null,
    repeat: showsBefore ? (references.get(takenOut.repeatId ?? '') ?? null) : null,
    reason: words(takenOut.reasonId, showsBefore),
  };
  const said = { reportId: id, status, incidentAt, receivedAt, reporterId };
  const view = { ...said, reference, repeat, settled, takenOut: before, content };
  const waits = status === 'unmatched' || status === 'afterEnd';
  const may = maySettleReport(actor, found.access);
  return { ok: true, view, maySettle: waits && may, mayTakeOut: may && whyNotTakenOut(report) === null };
}

/** Whose case it had been put with is for those who see everything of that: the report is read by others too, once it is open again. */
async function isShown({ store }: Dependencies, actor: Actor, caseId: string | null): Promise<boolean> {
  if (caseId === null) return false;
  const access = await caseAccess(store.reads, caseId);
  return access !== null && disclosureLevel(actor, access) === 'full';
}

function settledReasonOf(report: ReportOnRecord): string | null {
  return report.settledAs === null ? null : report.settledReasonId;
}
