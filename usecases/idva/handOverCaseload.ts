import type { CaseloadHandoverBody } from '../../contracts/idva.ts';
import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { CaseloadHandoverView } from '../../contracts/views/idvaView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import { addHours, londonDate } from '../../domain/calendar/london.ts';
import { readCaseReference } from '../../domain/ids/caseReference.ts';
import { deriveId, newId } from '../../platform/ids.ts';
import { caseAccesses } from '../../store/access/caseAccess.ts';
import { recordAccesses } from '../../store/access/recordAccess.ts';
import { commandById } from '../../store/commands/findCommand.ts';
import { keepRequest } from '../../store/commands/keepRequest.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import { sealContents } from '../../store/content/sealContent.ts';
import { addCaseloadHandover, placesHeld, type HeldPlace } from '../../store/idva/caseloadHandovers.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { Dependencies } from '../dependencies.ts';
import { findNamed } from '../namedThings.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { deliver } from '../sendCommand.ts';
import { handoverView } from './handoverView.ts';
import { ownService } from './ownService.ts';

/** How long whoever hands over waits for the first cases; the others go on without them. */
const answerWithinHours = 4 / 3_600;

/**
 * Gives everything an adviser has, or the cases named, to another. One transaction writes down the order and a command
 * for each case, with ids that follow from the order's; from then on it no longer needs this process. Whatever is not
 * delivered here the reconciler delivers, and a command that is known is never carried out twice.
 */
export async function handOverCaseload(
  deps: Dependencies,
  request: CommandRequest,
  service: string,
  body: CaseloadHandoverBody,
): Promise<{ readonly ok: true; readonly view: CaseloadHandoverView } | RequestProblem> {
  const { prisma } = deps.store;
  const own = await ownService(deps, request.actor, service);
  if (!own.ok) return own;
  const named = await findNamed(deps, { practitioners: [body.from, body.to] });
  if (!named.ok) return named;
  const places = await placesToGive(deps, request.actor, own.serviceId, body);
  if (isProblem(places)) return places;
  const write = (tx: Tx) => writeHandover(deps, tx, request, { body, serviceId: own.serviceId, places });
  const id = await prisma.$transaction(write, { timeout: 30_000 });
  if (isProblem(id)) return id;
  await deliverForAWhile(deps, places, id);
  return handoverView(deps, request.actor, request.route, own.serviceId, id);
}

/** The places to give away, of cases the sender may allocate; a case they may not see is not theirs to give. */
async function placesToGive(
  deps: Dependencies,
  actor: Actor,
  serviceId: string,
  { from, cases }: CaseloadHandoverBody,
): Promise<readonly HeldPlace[] | RequestProblem> {
  const { prisma } = deps.store;
  const held = await placesHeld(prisma, from, serviceId, londonDate(deps.clock.now()));
  const accesses = await caseAccesses(
    prisma,
    held.map(({ caseId }) => caseId),
  );
  const allowed = held.filter(({ caseId }) => mayDo(actor, 'allocate', accesses.get(caseId) ?? null));
  const wanted = cases?.map((typed) => readCaseReference(typed) ?? typed);
  const unknown = wanted?.filter((reference) => !allowed.some((place) => place.reference === reference)) ?? [];
  if (unknown.length > 0)
    return problem(
      'NOT_THEIR_CASE',
      unknown.map((_, index) => ({ at: `cases.${index}`, problem: 'The adviser has no such case.' })),
    );
  return wanted ? allowed.filter(({ reference }) => wanted.includes(reference)) : allowed;
}

interface Order {
  readonly body: CaseloadHandoverBody;
  readonly serviceId: string;
  readonly places: readonly HeldPlace[];
}

async function writeHandover(
  deps: Dependencies,
  tx: Tx,
  { actor, route, key, bodyHash }: CommandRequest,
  { body, serviceId, places }: Order,
): Promise<string | RequestProblem> {
  const id = newId();
  const at = deps.clock.now();
  const { practitionerId: actorId } = actor;
  const type = 'handOverCaseload';
  const kept = await keepRequest(tx, { id, actorId, route, key, bodyHash, type, subjectId: id, at });
  if (kept.was === 'another') return problem('KEY_REUSED');
  if (kept.was === 'repeated') return kept.subjectId;
  const cases = places.map(({ caseId, kind }) => ({ commandId: commandIdOf(id, caseId, kind), caseId, kind }));
  const reasons = cases.map(({ commandId, caseId }) => ({
    ...{ id: deriveId(commandId, 'content/reason'), subjectId: caseId, commandId, kind: 'reason', value: body.reason },
  }));
  await sealContents(tx, deps.sealing, reasons, at);
  for (const { commandId, caseId, kind } of cases) {
    await stageCommand(tx, {
      ...{ id: commandId, actorId, route: `${route} ${id}`, key: `${caseId}/${kind}`, bodyHash, caseId },
      type: 'allocateAdviser',
      payload: {
        adviserId: body.to,
        kind,
        allocationId: deriveId(commandId, 'allocation'),
        reasonId: deriveId(commandId, 'content/reason'),
      },
      occurred: { at, precision: 'minute' },
      expectedRevision: null,
      stagedAt: at,
    });
  }
  const parties = { serviceId, fromId: body.from, toId: body.to, byId: actorId };
  await addCaseloadHandover(tx, { id, ...parties, madeAt: at, cases });
  const noted = { actorId, event: type, route, outcome: 'staged', at };
  await recordAccesses(
    tx,
    cases.map(({ caseId }) => ({ ...noted, caseId })),
  );
  return id;
}

function commandIdOf(handoverId: string, caseId: string, kind: string): string {
  return deriveId(handoverId, `allocation/${caseId}/${kind}`);
}

async function deliverForAWhile(deps: Dependencies, places: readonly HeldPlace[], id: string): Promise<void> {
  const until = addHours(deps.clock.now(), answerWithinHours);
  for (const { caseId, kind } of places) {
    if (deps.clock.now() > until) return;
    const command = await commandById(deps.store.prisma, commandIdOf(id, caseId, kind));
    if (command?.status !== 'staged') continue;
    await deliver(deps, command).catch((error: unknown) => {
      // It stays staged, and the reconciler tries it again.
      deps.log.error({ commandId: command.id, err: error }, 'handing over failed for now');
    });
  }
}
