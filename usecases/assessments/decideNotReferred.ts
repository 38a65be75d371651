import { problem } from '../../contracts/problemCode.ts';
import { maySeeAssessment, maySettleAssessment } from '../../domain/access/assessmentAccess.ts';
import type { Occurred } from '../../domain/calendar/time.ts';
import { deriveId, newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { assessmentAccess } from '../../store/assessments/findAssessments.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import { sealContents } from '../../store/content/sealContent.ts';
import { decideAssessmentHere } from '../../store/decisions/decideAssessmentHere.ts';
import type { Dependencies } from '../dependencies.ts';
import { occurredOrNow } from '../occurredNow.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { answerKnown, type RecordedAssessment } from './recordAssessment.ts';
import { toolsFor } from './writeAssessments.ts';

/** A named person decides, with a reason, that an assessment graded high leads to no referral. */
export async function decideNotReferred(
  deps: Dependencies,
  request: CommandRequest,
  assessmentId: string,
  body: { readonly occurredAt?: Occurred | undefined; readonly reason: string },
): Promise<RecordedAssessment> {
  const repeated = await answerKnown(deps, request);
  if (repeated) return repeated;
  const { actor, route, key, bodyHash } = request;
  const { practitionerId: actorId } = actor;
  const now = deps.clock.now();
  const access = await assessmentAccess(deps.store.prisma, assessmentId);
  const noted = { actorId, event: 'decideNotReferred', route, caseId: assessmentId, at: now };
  const mayNot =
    !access || !maySeeAssessment(actor, access) ? 'hidden' : maySettleAssessment(actor, access) ? null : 'notAllowed';
  if (mayNot !== null) {
    if (access) await recordAccess(deps.store.prisma, { ...noted, outcome: mayNot });
    return problem(mayNot === 'hidden' ? 'NOT_FOUND' : 'NOT_ALLOWED');
  }
  const when = occurredOrNow(body.occurredAt, now);
  if (!when.ok) return when;
  const { occurred } = when;
  const commandId = newId();
  const reasonId = deriveId(commandId, 'content/reason');
  const type = 'decideNotReferred' as const;
  const payload = { reasonId, byId: actorId };
  const answer = await deps.store.prisma.$transaction(async (tx) => {
    const words = { id: reasonId, subjectId: assessmentId, commandId, kind: 'reason', value: body.reason };
    await sealContents(tx, deps.sealing, [words], now);
    const row = { id: commandId, actorId, route, key, bodyHash, about: 'assessment', caseId: assessmentId } as const;
    if (!(await stageCommand(tx, { ...row, type, payload, occurred, expectedRevision: null, stagedAt: now })))
      return null;
    await recordAccess(tx, { ...noted, outcome: 'recorded' });
    return decideAssessmentHere(tx, { commandId, assessmentId, type, payload, occurred }, now, await toolsFor(tx));
  });
  if (!answer) return (await answerKnown(deps, request)) ?? problem('KEY_REUSED');
  return answer.ok ? { ok: true, commandId, assessmentId, revision: answer.revision } : answer;
}
