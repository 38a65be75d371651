import { isProblem, problem, type RequestProblem } from '../contracts/problemCode.ts';
import type { Occurred } from '../domain/calendar/time.ts';
import type { CommandAnswer } from '../domain/lifecycle/command.ts';
import type { MatterType } from '../domain/matters/matter.ts';
import { refuse } from '../domain/lifecycle/refusal.ts';
import { newId } from '../platform/ids.ts';
import { decideAnew } from '../store/commands/decideAnew.ts';
import { commandById, findCommand } from '../store/commands/findCommand.ts';
import { settleCommand } from '../store/commands/settleCommand.ts';
import { noteUnheard } from '../store/commands/unheardMatters.ts';
import { stageCommandNoted } from '../store/commands/stageCommand.ts';
import type { AnyCommandType, AnyPayload, StoredCommand } from '../store/commands/storedCommand.ts';
import { type Restart, restartOf } from '../store/rebuild/restart.ts';
import { isCaseFinished } from '../store/cases/isLiving.ts';
import { hasMeetingEnded } from '../store/meetings/findMeeting.ts';
import type { Tx } from '../store/prismaClient.ts';
import type { MatterCommand } from '../workflows/messages.ts';
import type { Dependencies } from './dependencies.ts';
import { updateIdOf, type CommandRequest } from './requestIdentity.ts';

/** How long somebody waits for a decision before they are told where to look for it. */
const answerWithinMs = 5_000;

/** A command ready to be staged. `write` puts down all that belongs to it and gives what the engine may know. */
export interface PreparedCommand {
  /** Left out: a case. */
  readonly about?: MatterType;
  readonly type: AnyCommandType;
  /** The id of the matter: of the case, where it is about one. */
  readonly caseId: string;
  readonly occurred: Occurred;
  readonly expectedRevision: number | null;
  /** Whether `write` puts nothing down: then the one statement that stages the command needs no transaction around it. */
  readonly writesNothing?: boolean;
  write(tx: Tx): Promise<AnyPayload | RequestProblem>;
}

/** What became of a command: recorded at a revision of the case, or staged and not decided yet. */
export type CommandResult =
  | { readonly ok: true; readonly status: 'recorded'; readonly command: StoredCommand; readonly revision: number }
  | { readonly ok: true; readonly status: 'pending'; readonly command: StoredCommand }
  | RequestProblem;

/**
 * Sends one command: a row first, in one transaction with its words and the trace of who sent it, then to the case.
 * A repeat gets the answer that stands, refusals too; the same key with another request is refused.
 */
export async function sendCommand(
  deps: Dependencies,
  request: CommandRequest,
  prepare: (commandId: string) => Promise<PreparedCommand | RequestProblem>,
): Promise<CommandResult> {
  const known = await findCommand(deps.store.prisma, keyOf(request));
  if (known) return answerRepeat(deps, request, known);
  if (request.stillAsSeen && !(await request.stillAsSeen())) return problem('CHANGED_MEANWHILE');
  const commandId = newId();
  const prepared = await prepare(commandId);
  if (isProblem(prepared)) return prepared;
  const staged = await stage(deps, request, commandId, prepared);
  if (staged === 'repeated') {
    const first = await findCommand(deps.store.prisma, keyOf(request));
    if (!first) throw new Error('A command was staged by somebody else and cannot be found.');
    return answerRepeat(deps, request, first);
  }
  return isProblem(staged) ? staged : deliver(deps, staged);
}

/**
 * Delivers a command that was staged before. The engine answers an attempt it remembers from its memory, even where the
 * workflow that took it has ended: where the decision is not on record, because Postgres was restored to a moment before
 * it, the command is decided once more, as another attempt.
 */
export async function deliverAgain(deps: Dependencies, command: StoredCommand): Promise<CommandResult> {
  const result = await deliver(deps, command);
  if (result.ok && result.status === 'pending') return result;
  const anew = await decideAnew(deps.store.prisma, command);
  return anew ? deliver(deps, anew) : result;
}

/** Sends a staged command to its case and waits for the answer; safe to repeat. `from`: what a workflow that has ended begins again with. */
export async function deliver(deps: Dependencies, command: StoredCommand, from?: Restart): Promise<CommandResult> {
  const sent = await deps.engine.sendCommand(command.caseId, forEngine(command), {
    about: command.about,
    start: from !== undefined || command.type === 'submitReferral' || command.type === 'callMeeting',
    ...(from === undefined ? {} : { from }),
    updateId: updateIdOf(command),
    timeoutMs: answerWithinMs,
  });
  if (sent === 'gone') return from ? { ok: true, status: 'pending', command } : whenGone(deps, command);
  if (sent !== 'pending') return asResult(command, sent);
  // The answer may have been recorded although it did not arrive. Where Postgres is away too, it is looked for later.
  const now = await commandById(deps.store.prisma, command.id).catch(() => null);
  if (!now?.answer) return { ok: true, status: 'pending', command };
  await tellLater(deps, command);
  return asResult(command, now.answer);
}

/**
 * Recorded, and the engine has not said so: whoever recorded it may have died before the workflow heard. Nobody sends
 * that command again now, so the reconciler tells the matter to look. Where that cannot be noted, a ladder that is late
 * for it is noticed by itself.
 */
async function tellLater({ store, clock, log }: Dependencies, { id, about, caseId }: StoredCommand): Promise<void> {
  await noteUnheard(store.prisma, { about, id: caseId, since: clock.now() }).catch((error: unknown) =>
    log.error({ commandId: id, err: error }, 'that its matter may not have heard could not be noted'),
  );
}

async function stage(
  deps: Dependencies,
  request: CommandRequest,
  id: string,
  prepared: PreparedCommand,
): Promise<StoredCommand | RequestProblem | 'repeated'> {
  const { about = 'case', type, caseId, occurred, expectedRevision } = prepared;
  const stagedAt = deps.clock.now();
  const row = { id, ...keyOf(request), bodyHash: request.bodyHash, about, caseId, type, occurred, stagedAt };
  const { actorId, route } = row;
  try {
    const put = async (tx: Tx): Promise<AnyPayload> => {
      const written = await prepared.write(tx);
      if (isProblem(written)) throw new Withdrawn(written);
      const access = { actorId, event: type, route, caseId, outcome: 'staged', at: stagedAt };
      if (!(await stageCommandNoted(tx, { ...row, payload: written, expectedRevision }, access)))
        throw new Withdrawn('repeated');
      return written;
    };
    const { prisma } = deps.store;
    const payload = prepared.writesNothing ? await put(prisma) : await prisma.$transaction(put);
    return { ...row, payload, status: 'staged', attempt: 1, answer: null, resolvedAt: null };
  } catch (error) {
    if (error instanceof Withdrawn) return error.why;
    throw error;
  }
}

/** Leaves a transaction without a trace of it. */
class Withdrawn extends Error {
  readonly why: RequestProblem | 'repeated';
  constructor(why: RequestProblem | 'repeated') {
    super('Withdrawn');
    this.why = why;
  }
}

async function answerRepeat(deps: Dependencies, request: CommandRequest, known: StoredCommand): Promise<CommandResult> {
  if (known.bodyHash !== request.bodyHash) return problem('KEY_REUSED');
  if (known.answer) return asResult(known, known.answer);
  return known.status === 'parked' ? { ok: true, status: 'pending', command: known } : deliverAgain(deps, known);
}

/**
 * A case without a workflow has ended, or waits to be rebuilt from what Postgres remembers. Where it has ended and a death holds its
 * record, that death can be taken back all the same: its workflow begins again with that.
 */
async function whenGone(deps: Dependencies, command: StoredCommand): Promise<CommandResult> {
  const { prisma } = deps.store;
  const now = await commandById(prisma, command.id);
  if (now?.answer) return asResult(command, now.answer);
  const ended =
    command.about === 'meeting'
      ? await hasMeetingEnded(prisma, command.caseId)
      : await isCaseFinished(prisma, command.caseId);
  if (!ended) return { ok: true, status: 'pending', command };
  const held = command.type === 'takeBackDeath' ? await restartOf(deps.store, command.caseId, false, true) : null;
  if (held) return deliver(deps, command, held);
  const refused = refuse(command.about === 'meeting' ? 'MEETING_ENDED' : 'CASE_ENDED');
  await settleCommand(prisma, command.id, refused, deps.clock.now());
  return refused;
}

function asResult(command: StoredCommand, answer: CommandAnswer): CommandResult {
  return answer.ok ? { ok: true, status: 'recorded', command, revision: answer.revision } : answer;
}

function forEngine({ id, type, occurred, payload }: StoredCommand): MatterCommand {
  return { commandId: id, type, occurred, payload };
}

function keyOf({ actor, route, key }: CommandRequest) {
  return { actorId: actor.practitionerId, route, key };
}
