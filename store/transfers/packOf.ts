import { londonDate } from '../../domain/calendar/london.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import type { TransferPack } from '../../domain/lifecycle/facts/transfer.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstantOrNull, toIsoDate } from '../time.ts';

export const emptyPack: TransferPack = { referralId: null, assessmentIds: [], minutes: [], actions: [] };

/** What would go with a case to another MARAC as it stands now: the referral, what meetings minuted or were heard to decide, the open actions. */
export async function packOf(tx: Tx, caseId: string): Promise<TransferPack> {
  const [referral, assessments, minutes, actions] = await Promise.all([
    tx.content.findFirst({ where: { subjectId: caseId, kind: 'referral' }, select: { id: true } }),
    tx.assessment.findMany({ where: { caseId }, orderBy: { occurredAt: 'asc' }, select: { id: true } }),
    minutesOf(tx, caseId),
    openActionsOf(tx, caseId),
  ]);
  return { referralId: referral?.id ?? null, assessmentIds: assessments.map(({ id }) => id), minutes, actions };
}

async function minutesOf(tx: Tx, caseId: string): Promise<TransferPack['minutes']> {
  const heard = await tx.listing.findMany({
    where: { caseId, status: 'heard', contentId: { not: null } },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
  });
  const meetings = await tx.meeting.findMany({ where: { id: { in: heard.map(({ meetingId }) => meetingId) } } });
  const dates = new Map(meetings.map(({ id, onDate }) => [id, toIsoDate(onDate)]));
  const minuted = heard.flatMap(({ meetingId, contentId }) =>
    contentId === null ? [] : [{ meetingOn: dates.get(meetingId) ?? null, contentId }],
  );
  return [...(await heardElsewhere(tx, caseId)), ...minuted];
}

/** What is known of a meeting elsewhere that heard the case before it was taken over. */
async function heardElsewhere(tx: Tx, caseId: string): Promise<TransferPack['minutes']> {
  const select = { heardAt: true, heardMeetingId: true, heardElsewhereId: true };
  const { heardAt, heardMeetingId, heardElsewhereId } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select,
  });
  if (heardElsewhereId === null) return [];
  // A meeting of this system that heard it again stands among those above, and its day took the place of the earlier one.
  const on = heardMeetingId === null ? toInstantOrNull(heardAt) : null;
  return [{ meetingOn: on && londonDate(on), contentId: heardElsewhereId }];
}

async function openActionsOf(tx: Tx, caseId: string): Promise<TransferPack['actions']> {
  const [actions, clocks] = await Promise.all([
    tx.action.findMany({ where: { caseId, status: 'open' }, orderBy: [{ setAt: 'asc' }, { id: 'asc' }] }),
    tx.clock.findMany({ where: { caseId, subjectType: 'action', status: { not: 'ended' } } }),
  ]);
  const dues = new Map(clocks.map(({ subjectId, data }) => [subjectId, (data as unknown as Clock).due]));
  return actions.map(({ id: actionId, agencyId, riskCode, urgent, contentId }) => {
    return { actionId, agencyId, riskCode, urgent, due: dues.get(actionId) ?? null, contentId };
  });
}
