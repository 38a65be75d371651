import type { AwayBody, EndBody, PostBody } from '../../contracts/administration.ts';
import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { mayHoldBeside, postFault } from '../../domain/access/post.ts';
import { roleNames } from '../../domain/access/role.ts';
import { addDays, londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { newId } from '../../platform/ids.ts';
import {
  addPost as add,
  endPost as end,
  lockPerson,
  personById,
  removeAbsence as remove,
  type PersonRow,
} from '../../store/administration/people.ts';
import { addAbsence } from '../../store/idva/serviceStaff.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';
import { once } from '../once.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { done, type Administered } from './people.ts';

/**
 * Gives somebody a post from a day on. Nobody gives one to themselves, and whoever administers the system holds none
 * that shows a case.
 */
export async function addPost(
  deps: Dependencies,
  request: CommandRequest,
  practitionerId: string,
  body: PostBody,
): Promise<Administered> {
  if (request.actor.practitionerId === practitionerId) return problem('OWN_POST');
  const codes = await readCodes(deps);
  const areaId = body.area === undefined ? null : codes.areaId(body.area);
  const agencyId = body.agency === undefined ? null : codes.agencyId(body.agency);
  if (body.area !== undefined && areaId === null) return unknown('area');
  if (body.agency !== undefined && agencyId === null) return unknown('agency');
  const { role, from, until = null } = body;
  const fault = postFault({ role, areaId, agencyId });
  if (fault) {
    const held = (fault === 'area' ? areaId : agencyId) === null;
    const words = `${roleNames[role]}: ${held ? `say for which ${fault}` : `leave the ${fault} out`}.`;
    return problem('POST_NOT_COMPLETE', [{ at: fault, problem: words }]);
  }
  const today = londonDate(deps.clock.now());
  const post = { id: newId(), role, areaId, agencyId, from, until };
  const { id: _id, ...payload } = post;
  const deed = { type: 'addPost', subjectId: practitionerId, payload } as const;
  const added = await once(deps, request, deed, async (tx) => {
    const person = await lockPerson(tx, practitionerId);
    if (!person) return problem('NOT_FOUND');
    const standing = person.posts.filter((each) => each.until === null || each.until >= today);
    if (
      !mayHoldBeside(
        standing.map((each) => each.role),
        role,
      )
    )
      return problem('POSTS_APART');
    const same = standing.find((each) => each.role === role && each.areaId === areaId && each.agencyId === agencyId);
    if (same) return problem('POST_HELD');
    await add(tx, practitionerId, post);
    return undefined;
  });
  return done(added);
}

/** Sets the last day of somebody's post; `now` ends it with this request. */
export async function endPost(
  deps: Dependencies,
  request: CommandRequest,
  { practitionerId, postId }: { readonly practitionerId: string; readonly postId: string },
  { lastDay }: EndBody,
): Promise<Administered> {
  if (request.actor.practitionerId === practitionerId) return problem('OWN_POST');
  if (lastDay === 'none')
    return problem('NOT_AS_DESCRIBED', [{ at: 'lastDay', problem: 'Give the post anew instead.' }]);
  const endsOn = lastDay === 'now' ? addDays(londonDate(deps.clock.now()), -1) : lastDay;
  const deed = { type: 'endPost', subjectId: practitionerId, payload: { postId, lastDay: endsOn } } as const;
  const ended = await once(deps, request, deed, async (tx) => {
    const person = await lockPerson(tx, practitionerId);
    if (!person?.posts.some(({ id }) => id === postId)) return problem('NOT_FOUND');
    await end(tx, postId, endsOn);
    return undefined;
  });
  return done(ended);
}

/** Enters that somebody is away, and who stands in: somebody who works here, for the same agency or area. */
export async function enterAway(
  deps: Dependencies,
  request: CommandRequest,
  practitionerId: string,
  { from, until, cover }: AwayBody,
): Promise<Administered> {
  const { prisma } = deps.store;
  const away = await personById(prisma, practitionerId);
  if (!away) return problem('NOT_FOUND');
  const standIn = cover === undefined ? null : await personById(prisma, cover);
  if (cover !== undefined && (!standIn || !canStandIn(away, standIn, londonDate(deps.clock.now()))))
    return problem('COVER_NOT_POSSIBLE', [{ at: 'cover', problem: 'They do not work for the same agency or area.' }]);
  const id = newId();
  const entered = await once(deps, request, { type: 'enterAbsence', subjectId: id }, (tx) =>
    addAbsence(tx, { id, practitionerId, coverId: cover ?? null, from, until }),
  );
  return done(entered);
}

/** Takes back that somebody is away. */
export async function removeAway(
  deps: Dependencies,
  request: CommandRequest,
  { practitionerId, absenceId }: { readonly practitionerId: string; readonly absenceId: string },
): Promise<Administered> {
  const removed = await once(deps, request, { type: 'removeAbsence', subjectId: absenceId }, async (tx) => {
    const person = await lockPerson(tx, practitionerId);
    if (!person?.absences.some(({ id }) => id === absenceId)) return problem('NOT_FOUND');
    await remove(tx, absenceId);
    return undefined;
  });
  return done(removed);
}

/** Whether one colleague may have what another has while they are away: they share an agency, or an area with the same role. */
function canStandIn(away: PersonRow, standIn: PersonRow, today: IsoDate): boolean {
  if (away.id === standIn.id || (standIn.endsOn !== null && standIn.endsOn < today)) return false;
  const posts = standIn.posts.filter(({ from, until }) => from <= today && (until === null || until >= today));
  const held = away.posts.filter(({ until }) => until === null || until >= today);
  return held.some((own) =>
    posts.some(({ role, areaId, agencyId }) =>
      own.agencyId === null ? role === own.role && areaId === own.areaId : agencyId === own.agencyId,
    ),
  );
}

function unknown(at: 'area' | 'agency'): RequestProblem {
  return problem('POST_NOT_COMPLETE', [{ at, problem: `There is no such ${at}.` }]);
}
