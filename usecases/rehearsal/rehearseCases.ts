import { isProblem, meaningOf } from '../../contracts/problemCode.ts';
import { made, type RehearsalBody, type RehearsedRequest } from '../../contracts/rehearsal.ts';
import type { RehearsalView, RehearsedView } from '../../contracts/views/rehearsalView.ts';
import { areasHeldAs, type Actor } from '../../domain/access/actor.ts';
import { casePermissions } from '../../domain/access/permission.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { actorById } from '../../store/practitioners/actorOf.ts';
import { storeWithin, type Tx } from '../../store/prismaClient.ts';
import { toolsFor } from '../assessments/writeAssessments.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { attemptOf } from './attemptOf.ts';
import { decideUnrecorded } from './decideUnrecorded.ts';
import { caseOf, nothingYet, type Rehearsal, type SoFar, withMade } from './soFar.ts';

/** A rehearsal holds locks that decisions wait for: it is over soon, one way or the other. */
const transaction = { maxWait: 5_000, timeout: 20_000 } as const;

/**
 * Goes through requests that are to take over cases as the product will go through them: authorised, decided, completed and
 * written in one transaction of which nothing is kept. Says of each what would become of it, and of what was sent before
 * what became of it. Cases named together see each other, as they will when they are taken.
 */
export async function rehearseCases(
  deps: Dependencies,
  { actor, route }: Pick<CommandRequest, 'actor' | 'route'>,
  { service, cases }: RehearsalBody,
): Promise<RehearsalView> {
  const { prisma } = deps.store;
  const at = deps.clock.now();
  await recordAccess(prisma, {
    actorId: actor.practitionerId,
    event: 'rehearseAdoption',
    route,
    caseId: null,
    outcome: 'done',
    at,
  });
  try {
    return await prisma.$transaction(async (tx): Promise<never> => {
      const rehearsal = await begin(deps, tx, actor, service);
      const answers: RehearsalView['cases'] = [];
      for (const { requests } of cases) answers.push(await rehearseCase(rehearsal, requests));
      throw new Unrecorded({ cases: answers });
    }, transaction);
  } catch (error) {
    if (error instanceof Unrecorded) return error.view;
    throw error;
  }
}

/** Leaves the transaction without a trace of it. */
class Unrecorded extends Error {
  readonly view: RehearsalView;
  constructor(view: RehearsalView) {
    super('Unrecorded');
    this.view = view;
  }
}

async function begin(deps: Dependencies, tx: Tx, actor: Actor, serviceId: string | undefined): Promise<Rehearsal> {
  const today = londonDate(deps.clock.now());
  // Whether somebody of the service must not see a case is for those to know who keep deny lists.
  const mayKnow = areasHeldAs(actor, casePermissions.manageDenyList.by).length > 0;
  const speaker = serviceId !== undefined && mayKnow ? await actorById(tx, serviceId, today) : null;
  return {
    tx,
    deps: { ...deps, store: storeWithin(deps.store, tx) },
    tools: await toolsFor(tx, deps),
    actor,
    serviceId: serviceId ?? null,
    // Somebody who does not work here any more may do nothing.
    speaker: serviceId !== undefined && mayKnow ? (speaker ?? nobody(serviceId)) : null,
  };
}

function nobody(practitionerId: string): Actor {
  return { practitionerId, name: '', appointments: [] };
}

async function rehearseCase(
  rehearsal: Rehearsal,
  requests: readonly RehearsedRequest[],
): Promise<RehearsalView['cases'][number]> {
  const answers: RehearsedView[] = [];
  let soFar = nothingYet;
  for (const request of requests) {
    const after = await rehearseRequest(rehearsal, soFar, request);
    answers.push(after.answer);
    ({ soFar } = after);
  }
  return { reference: soFar.takenBefore ? (soFar.known?.reference ?? null) : null, requests: answers };
}

interface Rehearsed {
  readonly soFar: SoFar;
  readonly answer: RehearsedView;
}

async function rehearseRequest(rehearsal: Rehearsal, soFar: SoFar, request: RehearsedRequest): Promise<Rehearsed> {
  const { name, key } = request;
  const plain = { name, key, code: null, meaning: null, parts: [] };
  const madeId = request.of === undefined ? '' : soFar.made.get(request.of);
  const isBeginning = request.path === '/adoptions';
  if (soFar.waits || madeId === undefined || isBeginning !== (soFar.known === null))
    return { soFar, answer: { ...plain, stands: 'notReached' } };
  const asked = { ...request, body: named(request.body, madeId) };
  const attempt = await attemptOf(rehearsal, soFar, asked, madeId);
  const at = { ...plain, key: attempt.key };
  if (attempt.was === 'waiting') return { soFar: { ...soFar, waits: true }, answer: { ...at, stands: 'waiting' } };
  const outcome =
    attempt.was === 'recorded'
      ? await withMade(rehearsal, soFar, request, attempt.command)
      : isProblem(attempt)
        ? attempt
        : await decideUnrecorded(rehearsal, await caseOf(rehearsal, soFar), asked, madeId);
  if (!isProblem(outcome))
    return { soFar: outcome, answer: { ...at, stands: attempt.was === 'recorded' ? 'recorded' : 'possible' } };
  const { code, parts = [] } = outcome;
  return { soFar, answer: { ...at, stands: 'refused', code, meaning: meaningOf(code), parts: [...parts] } };
}

/** A body with the id of what it is about where that was not known before. */
function named(body: RehearsedRequest['body'], madeId: string): RehearsedRequest['body'] {
  const filled = (value: unknown): unknown => (value === made ? madeId : value);
  return Object.fromEntries(
    Object.entries(body).map(([field, value]) => [field, Array.isArray(value) ? value.map(filled) : filled(value)]),
  );
}
