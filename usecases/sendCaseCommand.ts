import { isProblem, type RequestProblem } from '../contracts/problemCode.ts';
import type { About } from '../domain/access/mayDo.ts';
import type { CommandPayloads, CommandType } from '../domain/lifecycle/command.ts';
import { deriveId } from '../platform/ids.ts';
import { agencyOfThing, childrenOf, latestAssessmentOf } from '../store/cases/payloadBackground.ts';
import type { KnownCase } from '../store/cases/findCase.ts';
import { sealContents, type NewContent } from '../store/content/sealContent.ts';
import type { CaseCommand, CommandBody, Desk } from './commands/caseCommand.ts';
import type { Dependencies } from './dependencies.ts';
import { findNamed, type NamedThings } from './namedThings.ts';
import { occurredOrNow } from './occurredNow.ts';
import type { CommandRequest } from './requestIdentity.ts';
import { seeCase } from './seeCase.ts';
import { sendCommand, type CommandResult, type PreparedCommand } from './sendCommand.ts';

/** Which case, and within it which action, clock or date, the address names; and the version that was looked at. */
export interface CaseAddress {
  readonly reference: string;
  readonly subjectId: string | null;
  readonly expectedRevision: number | null;
}

/** Sends one of the commands about a case that exists: authorised, prepared, staged, decided, answered. */
export async function sendCaseCommand(
  deps: Dependencies,
  request: CommandRequest,
  command: CaseCommand,
  address: CaseAddress,
  body: CommandBody,
): Promise<CommandResult> {
  return sendCommand(deps, request, (commandId) => prepare(deps, request, command, address, body, commandId));
}

async function prepare(
  deps: Dependencies,
  { actor, route }: CommandRequest,
  command: CaseCommand,
  address: CaseAddress,
  body: CommandBody,
  commandId: string,
): Promise<PreparedCommand | RequestProblem> {
  const named = await findNamed(deps, command.named(body));
  const about = (known: KnownCase) => whose(deps, command, known, address, body, named);
  const wish = { actor, permission: command.permission, event: command.type, route, about };
  const seen = await seeCase(deps, address.reference, wish);
  if (!seen.ok) return seen;
  if (!named.ok) return named;
  const when = occurredOrNow(body.occurredAt, deps.clock.now());
  if (!when.ok) return when;
  const { known } = seen;
  const words: NewContent[] = [];
  const payload = command.payload(body, {
    ...(await background(deps, command, known.id)),
    ...desk(commandId, known, words, named),
    actorId: actor.practitionerId,
    subjectId: address.subjectId ?? '',
  });
  if (isProblem(payload)) return payload;
  return {
    type: command.type,
    caseId: known.id,
    occurred: when.occurred,
    expectedRevision: address.expectedRevision,
    write: async (tx): Promise<CommandPayloads[CommandType]> => {
      await sealContents(tx, deps.sealing, words, deps.clock.now());
      return payload;
    },
  };
}

function desk(commandId: string, known: KnownCase, words: NewContent[], named: NamedThings) {
  const keep: Desk['keep'] = (kind, value, name = kind) => {
    const id = deriveId(commandId, `content/${name}`);
    words.push({ id, subjectId: known.id, commandId, kind, value });
    return id;
  };
  return {
    caseId: known.id,
    victimId: known.victimId,
    id: (name: string) => deriveId(commandId, name),
    agency: named.agencyId,
    keep,
    keepIfAny: (kind: string, value: string | undefined) => (value === undefined ? null : keep(kind, value)),
  };
}

async function background({ store }: Dependencies, { needs }: CaseCommand, caseId: string) {
  return {
    latestAssessment: needs.includes('assessment') ? await latestAssessmentOf(store.prisma, caseId) : null,
    children: needs.includes('children') ? await childrenOf(store.prisma, caseId) : [],
  };
}

/** The agencies a thing belongs to: the one that has it, and the one it is given to. */
async function whose(
  { store }: Dependencies,
  command: CaseCommand,
  known: KnownCase,
  { subjectId }: CaseAddress,
  body: CommandBody,
  named: NamedThings | RequestProblem,
): Promise<About> {
  if (command.whose === null || !named.ok) return { agencyIds: [] };
  const given = (command.named(body).agencies ?? []).map(named.agencyId);
  if (command.whose === 'named') return { agencyIds: given };
  const id = command.whose === 'handover' ? (body as { handoverId?: string }).handoverId : subjectId;
  const owner = id ? await agencyOfThing(store.prisma, known.id, command.whose, id) : null;
  return { agencyIds: owner ? [owner, ...given] : [] };
}
