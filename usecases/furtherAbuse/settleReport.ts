import type { FurtherAbuseBody, SettleReportBody } from '../../contracts/closing.ts';
import { isProblem, problem, type RequestProblem, requestProblems } from '../../contracts/problemCode.ts';
import { maySettleReport } from '../../domain/access/maySettleReport.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { agenciesByCode } from '../../store/agencies/findAgencies.ts';
import { openContents } from '../../store/content/openContents.ts';
import { sealContent } from '../../store/content/sealContent.ts';
import { type ReportOnRecord, settleReport as settleReportRow } from '../../store/furtherAbuse/reports.ts';
import { actorById } from '../../store/practitioners/actorOf.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { Dependencies } from '../dependencies.ts';
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { seeCase } from '../seeCase.ts';
import { agencyOfReporter } from './agencyOfReporter.ts';
import { matchPair } from './matchReport.ts';
import { reportToRead } from './reportToRead.ts';
import { sendStaged } from './sendStaged.ts';
import { referrerIn, stageForReport } from './stageForReport.ts';

/** What became of a report somebody has settled: the reference of the case it was matched with, if it was. */
export type ReportSettled = { readonly ok: true; readonly reference: string | null } | RequestProblem;

/**
 * A named person says what becomes of a report of further abuse that no case could record by itself. Matched with a
 * case, it goes the way of every report of those two people: within their flag it becomes a repeat, otherwise their last
 * case records it. The person and the reason stay with the report.
 */
export async function settleReport(
  deps: Dependencies,
  request: CommandRequest,
  id: string,
  body: SettleReportBody,
): Promise<ReportSettled> {
  const { actor } = request;
  const found = await reportToRead(deps, actor, id);
  if (!found) return problem('NOT_FOUND');
  if (!maySettleReport(actor, found.access)) return problem('NOT_ALLOWED');
  const { report } = found;
  const { reference = null } = body;
  const meant = reference === null ? null : await caseMeant(deps, request, reference);
  if (isProblem(meant)) return meant;
  const caseId = meant?.id ?? report.caseId;
  const deed = {
    type: 'settleReport',
    subjectId: id,
    payload: { as: body.as },
    ...(caseId ? { caseId } : {}),
  } as const;
  let staged: readonly string[] = [];
  const done = await once(deps, request, deed, async (tx) => {
    const settling = { deps, tx, request, report, body };
    const matched = meant ? await matchWith(settling, meant.pairId) : await settle(settling, { status: 'settled' });
    if (isProblem(matched)) return matched;
    staged = matched;
  });
  if (isProblem(done)) return done;
  void sendStaged(deps, staged);
  return { ok: true, reference };
}

interface Settling {
  readonly deps: Dependencies;
  readonly tx: Tx;
  readonly request: CommandRequest;
  readonly report: ReportOnRecord;
  readonly body: SettleReportBody;
}

/** The case a report is said to be about, for whoever is shown everything of it: what is reported goes on its record. */
async function caseMeant(deps: Dependencies, { actor, route }: CommandRequest, reference: string) {
  const seen = await seeCase(deps, reference, { actor, permission: 'readCase', event: 'settleReport', route });
  const isShown = seen.ok && seen.level === 'full';
  return isShown
    ? seen.known
    : problem('CASE_NOT_SHOWN', [{ at: 'reference', problem: requestProblems.CASE_NOT_SHOWN }]);
}

/** Writes down who settled the report and why, and how it stands then. Nothing follows of it by itself. */
async function settle(
  { deps: { sealing, clock }, tx, request, report: { id }, body }: Settling,
  standing: Parameters<typeof settleReportRow>[3],
): Promise<readonly string[] | RequestProblem> {
  const settledAt = clock.now();
  // Taken out of a case again it may be settled a second time, for another reason.
  const settledReasonId = newId();
  const settled = { settledAs: body.as, settledAt, settledById: request.actor.practitionerId, settledReasonId };
  if (!(await settleReportRow(tx, id, settled, standing))) return problem('REPORT_NOT_WAITING');
  const words = { id: settledReasonId, subjectId: id, commandId: id, kind: 'reason', value: body.reason };
  await sealContent(tx, sealing, words, settledAt);
  return [];
}

/** Puts the report with the last case of the two people and stages what follows; gives the commands. */
async function matchWith(settling: Settling, pairId: string): Promise<readonly string[] | RequestProblem> {
  const { deps, tx, request, report } = settling;
  const { id: reportId, incidentAt, reporterId, contentId } = report;
  const { caseId, withinFlag, status } = await matchPair(tx, pairId, londonDate(incidentAt));
  if (caseId === null) throw new Error('A report is matched with a pair that has no case.');
  if (status === 'afterEnd') return problem('NO_FLAG_AND_ENDED');
  const newCaseId = withinFlag ? newId() : null;
  const settled = await settle(settling, { pairId, caseId, newCaseId, status });
  if (isProblem(settled)) return settled;
  const now = deps.clock.now();
  const said = await wordsOf(deps, tx, contentId);
  const reporter = await actorById(tx, reporterId, londonDate(now));
  const [named] = said?.agency === undefined ? [] : await agenciesByCode(tx, [said.agency]);
  return stageForReport(deps, tx, request, {
    ...{ reportId, caseId, newCaseId, now },
    referrerId: reporter && referrerIn(reporter),
    agencyId: named?.id ?? (await agencyOfReporter(deps, reporterId)),
    body: {
      incidentAt: said?.incidentAt ?? { at: incidentAt, precision: 'minute' },
      whatHappened: said?.whatHappened ?? '',
    },
  });
}

/** What a report says; null where it was erased meanwhile. */
async function wordsOf({ sealing }: Dependencies, tx: Tx, contentId: string): Promise<FurtherAbuseBody | null> {
  const content = (await openContents(tx, sealing, [contentId])).get(contentId);
  return content?.state === 'open' ? (content.value as FurtherAbuseBody) : null;
}
