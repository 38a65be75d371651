import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import {
  type AssessmentAccess,
  mayAnswerHandover,
  maySeeAssessment,
  maySettleAssessment,
} from '../../domain/access/assessmentAccess.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { AssessmentCommandPayloads, AssessmentCommandType } from '../../domain/assessments/decideAssessment.ts';
import type { Occurred } from '../../domain/calendar/time.ts';
import { deriveId, newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { assessmentAccess } from '../../store/assessments/findAssessments.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import { sealContents } from '../../store/content/sealContent.ts';
import { decideAssessmentHere, type StagedAssessmentCommand } from '../../store/decisions/decideAssessmentHere.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { occurredOrNow } from '../occurredNow.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { answerKnown, type RecordedAssessment } from './recordAssessment.ts';
import { toolsFor } from './writeAssessments.ts';

type SettlingType = Exclude<AssessmentCommandType, 'recordAssessment'>;

interface SettlingBody {
  readonly occurredAt?: Occurred | undefined;
  readonly reason?: string;
}

/** What a command about an assessment is made of, and who may send it. */
interface Settling<T extends SettlingType, B extends SettlingBody> {
  readonly type: T;
  readonly may: (actor: Actor, access: AssessmentAccess) => boolean;
  /** Made of the body, with the ids that derive from the command; a problem where it names what is not there. */
  readonly payload: (
    body: B,
    ids: { readonly commandId: string; readonly reasonId: string; readonly byId: string },
    deps: Dependencies,
  ) => AssessmentCommandPayloads[T] | RequestProblem | Promise<AssessmentCommandPayloads[T] | RequestProblem>;
}

/** A named person decides, with a reason, that an assessment graded high leads to no referral. */
export const decideNotReferred = settling<'decideNotReferred', SettlingBody>({
  type: 'decideNotReferred',
  may: maySettleAssessment,
  payload: (_body, { reasonId, byId }) => ({ reasonId, byId }),
});

/** A named service is asked to take it on, perhaps in place of one that was silent or refused. */
export const handOverAssessment = settling<'handOverAssessment', SettlingBody & { readonly to: string }>({
  type: 'handOverAssessment',
  may: maySettleAssessment,
  payload: async ({ to }, { commandId, byId }, deps) => {
    const toAgencyId = (await readCodes(deps)).agencyId(to);
    if (toAgencyId === null)
      return problem('UNKNOWN_AGENCY', [{ at: 'to', problem: 'There is no agency with this code.' }]);
    return { handoverId: deriveId(commandId, 'handover'), toAgencyId, byId };
  },
});

/** The service, or somebody who runs the MARAC for it, says that it takes it on. */
export const takeOnAssessment = settling<'takeOnAssessment', SettlingBody>({
  type: 'takeOnAssessment',
  may: mayAnswerHandover,
  payload: (_body, { byId }) => ({ byId }),
});

/** The service does not take it on, or gives it back, with a reason. */
export const refuseAssessment = settling<'refuseAssessment', SettlingBody>({
  type: 'refuseAssessment',
  may: mayAnswerHandover,
  payload: (_body, { reasonId, byId }) => ({ reasonId, byId }),
});

/** A named person decides, with a reason, that no service is asked any more. */
export const decideNotHandedOver = settling<'decideNotHandedOver', SettlingBody>({
  type: 'decideNotHandedOver',
  may: maySettleAssessment,
  payload: (_body, { reasonId, byId }) => ({ reasonId, byId }),
});

/** Makes the use case of one such command: authorised here, staged, decided and recorded in one transaction. */
function settling<T extends SettlingType, B extends SettlingBody>({ type, may, payload }: Settling<T, B>) {
  return async (
    deps: Dependencies,
    request: CommandRequest,
    assessmentId: string,
    body: B,
  ): Promise<RecordedAssessment> => {
    const repeated = await answerKnown(deps, request);
    if (repeated) return repeated;
    const { actor, route, key, bodyHash } = request;
    const { practitionerId: actorId } = actor;
    const now = deps.clock.now();
    const access = await assessmentAccess(deps.store.prisma, assessmentId);
    const noted = { actorId, event: type, route, caseId: assessmentId, at: now };
    if (!access) return problem('NOT_FOUND');
    const mayNot = !maySeeAssessment(actor, access) ? 'hidden' : may(actor, access) ? null : 'notAllowed';
    if (mayNot !== null) {
      await recordAccess(deps.store.prisma, { ...noted, outcome: mayNot });
      return problem(mayNot === 'hidden' ? 'NOT_FOUND' : 'NOT_ALLOWED');
    }
    const when = occurredOrNow(body.occurredAt, now);
    if (!when.ok) return when;
    const { occurred } = when;
    const commandId = newId();
    const reasonId = deriveId(commandId, 'content/reason');
    const made = await payload(body, { commandId, reasonId, byId: actorId }, deps);
    if (isProblem(made)) return made;
    const { reason } = body;
    const answer = await deps.store.prisma.$transaction(async (tx) => {
      const words = { id: reasonId, subjectId: assessmentId, commandId, kind: 'reason', value: reason };
      if (reason !== undefined) await sealContents(tx, deps.sealing, [words], now);
      const row = { id: commandId, actorId, route, key, bodyHash, about: 'assessment', caseId: assessmentId } as const;
      const staged = { ...row, type, payload: made, occurred, expectedRevision: null, stagedAt: now };
      if (!(await stageCommand(tx, staged))) return null;
      await recordAccess(tx, { ...noted, outcome: 'recorded' });
      const command = { commandId, assessmentId, type, payload: made, occurred } as StagedAssessmentCommand;
      return decideAssessmentHere(tx, command, now, await toolsFor(tx, deps));
    });
    if (!answer) return (await answerKnown(deps, request)) ?? problem('KEY_REUSED');
    return answer.ok ? { ok: true, commandId, assessmentId, revision: answer.revision } : answer;
  };
}
