import type { z } from 'zod';
import type { meView, practitionerView } from '../../contracts/views/officeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import { officePermissions, type OfficePermission } from '../../domain/access/permission.ts';
import type { Role } from '../../domain/access/role.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { listPractitioners } from '../../store/practitioners/findPractitioners.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';

export interface PeopleQuestion {
  readonly role?: Role | undefined;
  readonly area?: string | undefined;
  readonly agency?: string | undefined;
}

/** Who works here today, by name, with the posts they hold. */
export async function listPeople(
  { store, clock }: Dependencies,
  { role, area, agency }: PeopleQuestion,
): Promise<readonly z.output<typeof practitionerView>[]> {
  const filter = { role, areaCode: area, agencyCode: agency };
  const people = await listPractitioners(store.prisma, filter, londonDate(clock.now()));
  return people.map(({ practitionerId, name, endsOn, appointments }) => ({
    practitionerId,
    name,
    endsOn,
    appointments: appointments.map((held) => ({ role: held.role, area: held.areaCode, agency: held.agencyCode })),
  }));
}

/** The same for somebody who asked for it, which is noted. */
export async function readPeople(
  deps: Dependencies,
  actor: Actor,
  route: string,
  question: PeopleQuestion,
): Promise<readonly z.output<typeof practitionerView>[]> {
  const people = await listPeople(deps, question);
  const { practitionerId: actorId } = actor;
  const noted = { actorId, event: 'readPeople', route, caseId: null, outcome: 'shown', at: deps.clock.now() };
  await recordAccess(deps.store.prisma, noted);
  return people;
}

/** Who is signed in, the posts they hold, and what they may do that is not about one case. */
export async function whoAmI(deps: Dependencies, actor: Actor): Promise<z.output<typeof meView>> {
  const codes = await readCodes(deps);
  const permissions = Object.keys(officePermissions) as OfficePermission[];
  return {
    practitionerId: actor.practitionerId,
    name: actor.name,
    appointments: actor.appointments.map(({ role, areaId, agencyId }) => ({
      role,
      area: areaId === null ? null : codes.area(areaId),
      agency: codes.agency(agencyId),
    })),
    mayDo: permissions.filter((permission) => mayDo<OfficePermission>(actor, permission, null)),
  };
}
