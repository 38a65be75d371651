import type { z } from 'zod';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { furtherAbuseReportView } from '../../contracts/views/officeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { disclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { caseAccess } from '../../store/access/caseAccess.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { referencesOf } from '../../store/cases/findCase.ts';
import { openContents } from '../../store/content/openContents.ts';
import { reportById, type FurtherAbuseRow } from '../../store/furtherAbuse/reports.ts';
import type { Dependencies } from '../dependencies.ts';
import { looksAfterReports } from '../exceptions/looksAfterReports.ts';

/**
 * A report of further abuse with the words it came in. Where the pair is known, for whoever is shown everything of its
 * case; where nobody is meant for sure, for those who look after such reports.
 */
export async function readReport(
  deps: Dependencies,
  actor: Actor,
  route: string,
  id: string,
): Promise<{ readonly ok: true; readonly view: z.output<typeof furtherAbuseReportView> } | RequestProblem> {
  const { prisma } = deps.store;
  const report = await reportById(prisma, id);
  if (!report || !(await mayRead(deps, actor, report))) return problem('NOT_FOUND');
  const { caseId, newCaseId, contentId } = report;
  const cases = [caseId, newCaseId].filter((each) => each !== null);
  const [opened, references] = await Promise.all([
    openContents(prisma, deps.sealing, [contentId]),
    referencesOf(prisma, cases),
  ]);
  const access = { actorId: actor.practitionerId, event: 'readFurtherAbuse', route, caseId };
  await recordAccess(prisma, { ...access, outcome: 'shown', at: deps.clock.now() });
  const { status, incidentAt, receivedAt, reporterId } = report;
  const words = opened.get(contentId);
  const content = words?.state === 'open' ? words.value : null;
  const reference = references.get(caseId ?? '') ?? null;
  const repeat = references.get(newCaseId ?? '') ?? null;
  return { ok: true, view: { reportId: id, status, incidentAt, receivedAt, reporterId, reference, repeat, content } };
}

async function mayRead({ store }: Dependencies, actor: Actor, { caseId }: FurtherAbuseRow): Promise<boolean> {
  if (caseId === null) return looksAfterReports(actor);
  const access = await caseAccess(store.prisma, caseId);
  return access !== null && disclosureLevel(actor, access) === 'full';
}
