import type { Found } from '../../domain/completion/found.ts';
import type { CaseFact, FactData } from '../../domain/lifecycle/caseFact.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import type { Stage } from '../../domain/lifecycle/stage.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { putFlagBack } from '../rebuild/settleFlag.ts';
import type { FollowUp } from './followUps.ts';

/** What is asked where a report is taken out of a case, and where a flag runs again. */
export async function findReport(
  tx: Tx,
  caseId: string,
  { asks }: Proposal,
): Promise<Pick<Found, 'report' | 'flagBefore'>> {
  const ask = asks.find(({ type }) => type === 'takeOutReport');
  const again = asks.some(({ type }) => type === 'flagAgain');
  return {
    report: ask?.type === 'takeOutReport' ? await reportIn(tx, caseId, ask.reportId) : null,
    flagBefore: again ? await flagSetBy(tx, caseId) : null,
  };
}

async function reportIn(tx: Tx, caseId: string, id: string): Promise<Found['report']> {
  const row = await tx.furtherAbuseReport.findFirst({
    where: { id, caseId, status: 'recorded' },
    select: { newCaseId: true },
  });
  if (!row) return null;
  const { newCaseId } = row;
  const repeat = newCaseId && (await tx.case.findUnique({ where: { id: newCaseId }, select: { stage: true } }));
  return { newCaseId, stage: repeat ? (repeat.stage as Stage) : null };
}

async function flagSetBy(tx: Tx, caseId: string): Promise<Found['flagBefore']> {
  const last = await tx.auditEvent.findFirst({
    where: { caseId, type: 'flagSet' },
    orderBy: { seq: 'desc' },
    select: { data: true },
  });
  if (!last) return null;
  const { endsOn, countedFrom } = last.data as unknown as FactData['flagSet'];
  return { endsOn, countedFrom };
}

/**
 * The repeat that was opened for a report hears that it is about others; and where it had set a flag, the case whose flag ran
 * before it has its own again, if that is not over by now.
 */
export async function followUpsOfReport(
  tx: Tx,
  caseId: string,
  pairId: string | null,
  facts: readonly CaseFact[],
  now: IsoInstant,
): Promise<readonly FollowUp[]> {
  const followUps: FollowUp[] = [];
  for (const { type, data, occurred } of facts) {
    if (type === 'reportTakenOut' && data.newCaseId !== null) {
      const payload = { reportId: data.reportId, ofCaseId: caseId, reasonId: data.reasonId };
      followUps.push({ about: 'case', matterId: data.newCaseId, type: 'takeBackRepeat', payload, occurred });
    }
    if (type !== 'repeatTakenBack' || !data.hadFlag || pairId === null) continue;
    const before = await putFlagBack(tx, pairId, caseId);
    if (before === null || before.endsOn < londonDate(now)) continue;
    const payload = { insteadOfId: caseId };
    followUps.push({ about: 'case', matterId: before.caseId, type: 'setFlagAgain', payload, occurred });
  }
  return followUps;
}
