import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { invitationTo } from '../../domain/meetings/invitation.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { meetingById } from '../../store/meetings/findMeeting.ts';
import type { Dependencies } from '../dependencies.ts';
import { readNames } from '../office/readNames.ts';

/** A meeting as a file that calendars take: its day, its move or its cancellation, and nothing of any case. */
export async function meetingInvitation(
  deps: Dependencies,
  actor: Actor,
  { meetingId, publicUrl }: { readonly meetingId: string; readonly publicUrl: string | null },
  route: string,
): Promise<
  | { readonly ok: true; readonly file: { readonly name: string; readonly type: string; readonly content: string } }
  | RequestProblem
> {
  const { prisma } = deps.store;
  const meeting = await meetingById(prisma, meetingId);
  if (!meeting) return problem('NOT_FOUND');
  const now = deps.clock.now();
  const { practitionerId: actorId } = actor;
  await recordAccess(prisma, { actorId, event: 'readInvitation', route, caseId: null, outcome: 'shown', at: now });
  const { sequence, status, startsAt, areaId } = meeting;
  const areaName = (await readNames(deps)).areaById(areaId) ?? '';
  const content = invitationTo(
    { meetingId, sequence, cancelled: status === 'cancelled', startsAt, areaName, publicUrl },
    now,
  );
  return { ok: true, file: { name: 'meeting.ics', type: 'text/calendar', content } };
}
