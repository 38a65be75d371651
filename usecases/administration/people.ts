import type { EndBody, PersonBody } from '../../contracts/administration.ts';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { PractitionerRecordView, PractitionerSummaryView } from '../../contracts/views/administrationViews.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { newId } from '../../platform/ids.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import {
  changePerson as change,
  idBySubject,
  lockPerson,
  peopleByName,
  personById,
  setLastDay,
  type PersonRow,
} from '../../store/administration/people.ts';
import { addPractitioners } from '../../store/practitioners/addPractitioners.ts';
import { endPageSessionsOf } from '../../store/sessions/pageSessions.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes, type Codes } from '../office/codes.ts';
import { readPractitionerNames } from '../office/readNames.ts';
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';

type Asking = Pick<CommandRequest, 'actor' | 'route'>;
/** Done, with the id of what it was about. */
export type Administered = { readonly ok: true; readonly id: string } | RequestProblem;

/** Everybody who is registered, by name, those who have left too; `after` is the last one seen. */
export async function listRegistered(
  deps: Dependencies,
  asking: Asking,
  question: { readonly containing: string; readonly after: string | null; readonly limit: number },
): Promise<{ readonly items: readonly PractitionerSummaryView[]; readonly next: string | null }> {
  const { limit } = question;
  const rows = await peopleByName(deps.store.prisma, { ...question, limit: limit + 1 });
  const codes = await readCodes(deps);
  const today = londonDate(deps.clock.now());
  await note(deps, asking, 'readRegistered');
  const items = rows.slice(0, limit).map((row) => {
    const { practitionerId, name, worksHere, lastDay, posts } = record(row, codes, today);
    return { practitionerId, name, worksHere, lastDay, posts };
  });
  return { items, next: rows.length > limit ? (items.at(-1)?.practitionerId ?? null) : null };
}

/** Somebody who is registered, with every post they hold, held or will hold, and when they are away. */
export async function readRegistered(
  deps: Dependencies,
  asking: Asking,
  id: string,
): Promise<{ readonly ok: true; readonly view: PractitionerRecordView } | RequestProblem> {
  const row = await personById(deps.store.prisma, id);
  if (!row) return problem('NOT_FOUND');
  const today = londonDate(deps.clock.now());
  const nameOf = await readPractitionerNames(
    deps,
    row.absences.map(({ coverId }) => coverId),
  );
  const absences = row.absences.map(({ id: absenceId, coverId, from, until }) => {
    return { absenceId, from, until, coverId, cover: nameOf(coverId) };
  });
  await note(deps, asking, 'readRegistered');
  return { ok: true, view: { ...record(row, await readCodes(deps), today), absences } };
}

/** Registers somebody, who can do nothing before they hold a post. */
export async function addPerson(deps: Dependencies, request: CommandRequest, body: PersonBody): Promise<Administered> {
  const id = newId();
  const added = await once(deps, request, { type: 'addPerson', subjectId: id }, async (tx) => {
    if (await idBySubject(tx, body.subject)) return taken();
    await addPractitioners(tx, [{ id, ...body, appointments: [] }]);
    return undefined;
  });
  return done(added);
}

/** Changes what somebody is called, reached by or signs in as. Whoever was signed in by the old name is signed out. */
export async function changePerson(
  deps: Dependencies,
  request: CommandRequest,
  id: string,
  body: PersonBody,
): Promise<Administered> {
  const changed = await once(deps, request, { type: 'changePerson', subjectId: id }, async (tx) => {
    const before = await lockPerson(tx, id);
    if (!before) return problem('NOT_FOUND');
    const whose = await idBySubject(tx, body.subject);
    if (whose !== null && whose !== id) return taken();
    await change(tx, id, body);
    if (before.subject !== body.subject) await endPageSessionsOf(tx, before.subject);
    return undefined;
  });
  return done(changed);
}

/**
 * Sets the last day somebody works here. `now` ends their access with this request: they were here until yesterday, and
 * every session they are signed in with is ended.
 */
export async function endAccess(
  deps: Dependencies,
  request: CommandRequest,
  id: string,
  { lastDay }: EndBody,
): Promise<Administered> {
  if (request.actor.practitionerId === id) return problem('OWN_POST');
  const today = londonDate(deps.clock.now());
  const endsOn = lastDay === 'none' ? null : lastDay === 'now' ? addDays(today, -1) : lastDay;
  const deed = { type: 'endAccess', subjectId: id, payload: { lastDay: endsOn } } as const;
  const ended = await once(deps, request, deed, async (tx) => {
    const before = await lockPerson(tx, id);
    if (!before) return problem('NOT_FOUND');
    await setLastDay(tx, id, endsOn);
    if (endsOn !== null && endsOn < today) await endPageSessionsOf(tx, before.subject);
    return undefined;
  });
  return done(ended);
}

/** The outcome of what was done once. */
export function done(outcome: string | RequestProblem): Administered {
  return typeof outcome === 'string' ? { ok: true, id: outcome } : outcome;
}

function taken(): RequestProblem {
  return problem('SUBJECT_TAKEN', [{ at: 'subject', problem: 'Somebody else is registered with this sign-in.' }]);
}

async function note({ store, clock }: Dependencies, { actor, route }: Asking, event: string): Promise<void> {
  const { practitionerId: actorId } = actor;
  await recordAccess(store.prisma, { actorId, event, route, caseId: null, outcome: 'shown', at: clock.now() });
}

function record(row: PersonRow, codes: Codes, today: IsoDate): Omit<PractitionerRecordView, 'absences'> {
  const worksHere = row.endsOn === null || row.endsOn >= today;
  return {
    practitionerId: row.id,
    name: row.name,
    email: row.email,
    subject: row.subject,
    lastDay: row.endsOn,
    worksHere,
    posts: row.posts.map(({ id: postId, role, areaId, agencyId, from, until }) => ({
      postId,
      role,
      area: areaId === null ? null : codes.area(areaId),
      agency: codes.agency(agencyId),
      from,
      until,
      inForce: worksHere && from <= today && (until === null || until >= today),
    })),
  };
}
