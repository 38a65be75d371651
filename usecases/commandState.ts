import { meaningOf, problem, type RequestProblem } from '../contracts/problemCode.ts';
import type { CommandView } from '../contracts/views/commandView.ts';
import type { Actor } from '../domain/access/actor.ts';
import { referenceOf } from '../store/cases/findCase.ts';
import { commandById } from '../store/commands/findCommand.ts';
import type { StoredCommand } from '../store/commands/storedCommand.ts';
import { createdIds } from './createdIds.ts';
import type { Dependencies } from './dependencies.ts';

/** Where a command stands. Only whoever sent it may look; to anybody else there is no such command. */
export async function commandState(
  { store }: Dependencies,
  actor: Actor,
  id: string,
): Promise<{ readonly ok: true; readonly view: CommandView } | RequestProblem> {
  const command = await commandById(store.prisma, id);
  // What a report of further abuse led to would say whether the people are known.
  if (command?.actorId !== actor.practitionerId || command.route.includes('further-abuse')) return problem('NOT_FOUND');
  const reference = await referenceOf(store.prisma, command.caseId);
  const { answer } = command;
  const refused = answer?.ok === false ? answer.code : null;
  return {
    ok: true,
    view: {
      status: statusOf(command),
      commandId: command.id,
      type: command.type,
      reference,
      revision: answer?.ok ? answer.revision : null,
      code: refused,
      meaning: refused && meaningOf(refused),
      created: createdIds(command),
      stagedAt: command.stagedAt,
      resolvedAt: command.resolvedAt,
    },
  };
}

function statusOf({ status, answer }: StoredCommand): CommandView['status'] {
  if (status === 'parked') return 'parked';
  if (!answer) return 'pending';
  return answer.ok ? 'recorded' : 'refused';
}
