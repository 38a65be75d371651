import { londonDate } from '../../domain/calendar/london.ts';
import { findCommand } from '../../store/commands/findCommand.ts';
import { openContents } from '../../store/content/openContents.ts';
import { sealContent } from '../../store/content/sealContent.ts';
import { breachToReport, type RecordedBreach } from '../../store/furtherAbuse/breachToReport.ts';
import { addReport } from '../../store/furtherAbuse/reports.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { deriveId } from '../../platform/ids.ts';
import type { Dependencies } from '../dependencies.ts';
import { deliver } from '../sendCommand.ts';
import { agencyOfReporter } from './agencyOfReporter.ts';
import { matchPair } from './matchReport.ts';
import { stageForReport } from './stageForReport.ts';

const route = 'breach of an order';

/**
 * Makes a recorded breach a report of further abuse of its pair: within the flag it becomes a repeat like any other.
 * Safe to repeat: the report is written once, with the commands it leads to, and what is staged is sent.
 */
export async function reportBreach(deps: Dependencies, caseId: string, breachId: string): Promise<void> {
  const { prisma } = deps.store;
  const breach = await breachToReport(prisma, caseId, breachId);
  if (!breach) throw new Error('A breach is reported that no case has recorded.');
  const agencyId = await agencyOfReporter(deps, breach.reporterId);
  await prisma.$transaction((tx) => write(deps, tx, breach, breachId, agencyId));
  for (const type of ['submitReferral', 'reportFurtherAbuse']) {
    const command = await findCommand(prisma, {
      actorId: breach.reporterId,
      route: `${route} ${type}`,
      key: keyOfBreach(breachId),
    });
    // Whatever is not answered now is sent again by the reconciler.
    if (command) await deliver(deps, command).catch((error: unknown) => logLater(deps, command.id, error));
  }
}

async function write(
  deps: Dependencies,
  tx: Tx,
  { pairId, reporterId, incidentAt, contentId }: RecordedBreach,
  breachId: string,
  agencyId: string,
): Promise<void> {
  const now = deps.clock.now();
  const { caseId, withinFlag, status } = await matchPair(tx, pairId, londonDate(incidentAt));
  if (!caseId) throw new Error('A breach belongs to a pair without a case.');
  const opened = (await openContents(tx, deps.sealing, [contentId])).get(contentId);
  const body = {
    incidentAt: { at: incidentAt, precision: 'minute' as const },
    whatHappened: opened?.state === 'open' ? String(opened.value) : '',
  };
  const reportId = deriveId(breachId, 'report');
  const newCaseId = withinFlag ? deriveId(breachId, 'repeat') : null;
  const key = keyOfBreach(breachId);
  const report = { id: reportId, reporterId, key, bodyHash: breachId, contentId: deriveId(breachId, 'report/content') };
  const about = { incidentAt, pairId, caseId, newCaseId, status, receivedAt: now };
  if (!(await addReport(tx, { ...report, ...about }))) return;
  const words = { id: report.contentId, subjectId: reportId, commandId: reportId, kind: 'furtherAbuse', value: body };
  await sealContent(tx, deps.sealing, words, now);
  if (status !== 'staged') return;
  const request = { actor: { practitionerId: reporterId }, route, key, bodyHash: breachId };
  await stageForReport(deps, tx, request, {
    ...{ reportId, caseId, newCaseId, referrerId: reporterId, agencyId, body, now },
  });
}

/** The key under which the report of a breach is kept: what it was made of is its own proof that it was made once. */
export function keyOfBreach(breachId: string): string {
  return `breach/${breachId}`;
}

function logLater({ log }: Dependencies, commandId: string, error: unknown): void {
  log.warn({ err: error, commandId }, 'what a breach led to is sent later');
}
