import type { AbsenceBody, AdviserProfileBody } from '../../contracts/idva.ts';
import { isProblem, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { AbsenceView } from '../../contracts/views/idvaView.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { newId } from '../../platform/ids.ts';
import { removeAbsence } from '../../store/administration/people.ts';
import { absenceById, absencesFrom, addAbsence, setProfile, staffOf } from '../../store/idva/serviceStaff.ts';
import type { Dependencies } from '../dependencies.ts';
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { ownService } from './ownService.ts';

/** Enters that somebody of the service is away, and who stands in; somebody of the same service, who may see its cases. */
export async function enterAbsence(
  deps: Dependencies,
  request: CommandRequest,
  service: string,
  { practitioner, cover, from, until }: AbsenceBody,
): Promise<{ readonly ok: true; readonly view: AbsenceView } | RequestProblem> {
  const refused = await notOfTheService(deps, request, service, [practitioner, ...(cover ? [cover] : [])]);
  if (refused) return refused;
  const id = newId();
  const absence = { id, practitionerId: practitioner, coverId: cover ?? null, from, until };
  const kept = await once(deps, request, { type: 'enterAbsence', subjectId: id }, (tx) => addAbsence(tx, absence));
  if (isProblem(kept)) return kept;
  const stands = await absenceById(deps.store.prisma, kept);
  if (!stands) return problem('NOT_FOUND');
  const { practitionerId, coverId } = stands;
  return { ok: true, view: { absenceId: stands.id, practitionerId, coverId, from: stands.from, until: stands.until } };
}

/** Takes back that somebody of the service is away, now or soon: nobody stands in for them any more. */
export async function takeAbsenceBack(
  deps: Dependencies,
  request: CommandRequest,
  { service, absenceId }: { readonly service: string; readonly absenceId: string },
): Promise<{ readonly ok: true } | RequestProblem> {
  const own = await ownService(deps, request.actor, service);
  if (!own.ok) return own;
  const today = londonDate(deps.clock.now());
  const taken = await once(deps, request, { type: 'removeAbsence', subjectId: absenceId }, async (tx) => {
    const known = await absencesFrom(tx, own.serviceId, today);
    if (!known.some(({ id }) => id === absenceId)) return problem('NOT_FOUND');
    await removeAbsence(tx, absenceId);
    return undefined;
  });
  return isProblem(taken) ? taken : { ok: true };
}

/** Sets how much of a post one of the service's advisers has, which kinds of support they give and in which languages. */
export async function setAdviserProfile(
  deps: Dependencies,
  request: CommandRequest,
  { service, practitionerId }: { readonly service: string; readonly practitionerId: string },
  body: AdviserProfileBody,
): Promise<{ readonly ok: true } | RequestProblem> {
  const refused = await notOfTheService(deps, request, service, [practitionerId]);
  if (refused) return refused;
  const entered = { enteredById: request.actor.practitionerId, enteredAt: deps.clock.now() };
  const kept = await once(deps, request, { type: 'setAdviserProfile', subjectId: practitionerId }, (tx) =>
    setProfile(tx, { practitionerId, ...body, ...entered }),
  );
  return isProblem(kept) ? kept : { ok: true };
}

async function notOfTheService(
  deps: Dependencies,
  { actor }: CommandRequest,
  service: string,
  ids: readonly string[],
): Promise<RequestProblem | null> {
  const own = await ownService(deps, actor, service);
  if (!own.ok) return own;
  const staff = await staffOf(deps.store.prisma, own.serviceId, ids, londonDate(deps.clock.now()));
  const others = ids.filter((id) => !staff.has(id));
  if (others.length === 0) return null;
  return problem(
    'NOT_OF_THE_SERVICE',
    others.map((id) => ({ at: 'practitioner', problem: `${id} does not work for the service.` })),
  );
}
