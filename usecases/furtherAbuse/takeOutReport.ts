import type { TakeOutReportBody } from '../../contracts/closing.ts';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { maySettleReport } from '../../domain/access/maySettleReport.ts';
import { deriveId } from '../../platform/ids.ts';
import { sealContent } from '../../store/content/sealContent.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { type CommandResult, type PreparedCommand, sendCommand } from '../sendCommand.ts';
import { reportToRead } from './reportToRead.ts';
import { whyNotTakenOut } from './whyNotTakenOut.ts';

/**
 * Takes a report out of the case that has recorded it, since it is about other people: it waits for a person again, and a
 * repeat that was opened for it is told. Whoever put it there, a person or its names.
 */
export async function takeOutReport(
  deps: Dependencies,
  request: CommandRequest,
  id: string,
  body: TakeOutReportBody,
): Promise<CommandResult> {
  return sendCommand(deps, request, (commandId) => prepare(deps, request, { id, body, commandId }));
}

async function prepare(
  deps: Dependencies,
  { actor }: CommandRequest,
  { id, body, commandId }: { readonly id: string; readonly body: TakeOutReportBody; readonly commandId: string },
): Promise<PreparedCommand | RequestProblem> {
  const found = await reportToRead(deps, actor, id);
  if (!found) return problem('NOT_FOUND');
  if (!maySettleReport(actor, found.access)) return problem('NOT_ALLOWED');
  const why = whyNotTakenOut(found.report);
  if (why !== null) return problem(why);
  const { caseId } = found.report;
  if (caseId === null) return problem('REPORT_NOT_IN_CASE');
  const at = deps.clock.now();
  const reasonId = deriveId(commandId, 'content/reason');
  return {
    type: 'takeOutReport',
    caseId,
    occurred: { at, precision: 'minute' },
    expectedRevision: null,
    write: async (tx) => {
      const words = { id: reasonId, subjectId: caseId, commandId, kind: 'reason', value: body.reason };
      await sealContent(tx, deps.sealing, words, at);
      return { reportId: id, reasonId, byId: actor.practitionerId };
    },
  };
}
