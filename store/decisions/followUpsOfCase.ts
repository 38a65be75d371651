import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import type { Tx } from '../prismaClient.ts';
import type { FollowUp } from './followUps.ts';

/** What a decision about a case leads to in meetings whose list is locked: a case that comes late, or one that leaves. */
export async function followUpsOfCase(
  tx: Tx,
  caseId: string,
  facts: readonly CaseFact[],
): Promise<readonly FollowUp[]> {
  const followUps: FollowUp[] = [];
  for (const { type, data, occurred } of facts) {
    if (type === 'caseListed' && data.late === true)
      followUps.push({ about: 'meeting', matterId: data.meetingId, type: 'admitCase', payload: { caseId }, occurred });
    if (type !== 'takenOffList') continue;
    const { meetingId } = data;
    const stays = facts.some((fact) => fact.type === 'caseListed' && fact.data.meetingId === meetingId);
    const locked = await tx.meeting.count({ where: { id: meetingId, lockedAt: { not: null }, status: 'planned' } });
    if (!stays && locked > 0)
      followUps.push({ about: 'meeting', matterId: meetingId, type: 'dismissCase', payload: { caseId }, occurred });
  }
  return followUps;
}
