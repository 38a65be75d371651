import { setTimeout as wait } from 'node:timers/promises';
import type { FurtherAbuseBody } from '../../contracts/closing.ts';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { areaByCode } from '../../store/areas/findArea.ts';
import { sealContent } from '../../store/content/sealContent.ts';
import { addReport, reportByKey, type FurtherAbuseRow } from '../../store/furtherAbuse/reports.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { Dependencies } from '../dependencies.ts';
import { findNamed } from '../namedThings.ts';
import { occurredOrNow } from '../occurredNow.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { matchReport } from './matchReport.ts';
import { sendStaged } from './sendStaged.ts';
import { referrerIn, stageForReport } from './stageForReport.ts';

/** Everybody waits this long, so that the time it takes does not say whether the people are known. */
const neutralMs = 300;

/** What anybody hears who reports further abuse: that it has arrived, and nothing else. */
export type FurtherAbuseReceipt = { readonly ok: true; readonly receipt: string } | RequestProblem;

/**
 * Reports further abuse by who the people are. Matched across every area whatever the reporter may see: within the
 * flag it becomes a repeat, a new case of the same pair; otherwise it is kept with the pair's last case or, where
 * nobody is meant for sure, for a person to look at. The receipt is the same for all.
 */
export async function reportFurtherAbuse(
  deps: Dependencies,
  request: CommandRequest,
  body: FurtherAbuseBody,
): Promise<FurtherAbuseReceipt> {
  if (!mayDo(request.actor, 'reportFurtherAbuse', null)) return problem('NOT_ALLOWED');
  const [receipt] = await Promise.all([receive(deps, request, body), wait(neutralMs)]);
  return receipt;
}

async function receive(
  deps: Dependencies,
  request: CommandRequest,
  body: FurtherAbuseBody,
): Promise<FurtherAbuseReceipt> {
  const { prisma } = deps.store;
  const { actor, key, bodyHash } = request;
  const known = await reportByKey(prisma, actor.practitionerId, key);
  if (known) return known.bodyHash === bodyHash ? { ok: true, receipt: known.id } : problem('KEY_REUSED');
  const when = occurredOrNow(body.incidentAt, deps.clock.now(), 'incidentAt');
  if (!when.ok) return when;
  if (body.area !== undefined && !(await areaByCode(prisma, body.area))) return problem('UNKNOWN_AREA');
  const own = actor.appointments.find(({ agencyId }) => agencyId !== null)?.agencyId ?? null;
  // Somebody whose post belongs to no agency reports for "other".
  const code = body.agency ?? (own === null ? 'other' : null);
  const named = await findNamed(deps, { agencies: code === null ? [] : [code] });
  if (!named.ok) return named;
  const agencyId = code === null ? (own ?? '') : named.agencyId(code);
  const reportId = newId();
  const staged = await prisma.$transaction((tx) => write(deps, tx, request, body, reportId, agencyId));
  if (staged) {
    // Not waited for; should this process die first, the reconciler sends them.
    void sendStaged(deps, staged);
    return { ok: true, receipt: reportId };
  }
  // The same report came twice in one moment: the other one counts.
  return receive(deps, request, body);
}

async function write(
  deps: Dependencies,
  tx: Tx,
  request: CommandRequest,
  body: FurtherAbuseBody,
  reportId: string,
  agencyId: string,
): Promise<readonly string[] | null> {
  const { actor, route, key, bodyHash } = request;
  const now = deps.clock.now();
  const match = await matchReport(tx, deps.sealing, body);
  // Sealed for the report itself: who was named stays with it, matched or not, and is erased with it.
  const contentId = await sealContent(
    tx,
    deps.sealing,
    { id: newId(), subjectId: reportId, commandId: reportId, kind: 'furtherAbuse', value: body },
    now,
  );
  const { pairId, caseId, withinFlag, status } = match;
  const newCase = withinFlag && caseId ? newId() : null;
  const report: FurtherAbuseRow = {
    id: reportId,
    reporterId: actor.practitionerId,
    key,
    bodyHash,
    contentId,
    incidentAt: body.incidentAt.at,
    pairId,
    caseId,
    newCaseId: newCase,
    status,
    receivedAt: now,
  };
  if (!(await addReport(tx, report))) return null;
  const matched = { reportId, newCaseId: newCase, referrerId: referrerIn(actor), agencyId, body, now };
  const staged = caseId && status === 'staged' ? await stageForReport(deps, tx, request, { ...matched, caseId }) : [];
  const access = {
    actorId: actor.practitionerId,
    event: 'reportFurtherAbuse',
    route,
    caseId,
    outcome: 'staged',
    at: now,
  };
  await recordAccess(tx, access);
  return staged;
}
