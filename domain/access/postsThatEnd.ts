import { addDays } from '../calendar/london.ts';
import type { IsoDate } from '../calendar/time.ts';
import type { HeldAppointment } from './actor.ts';
import { postPlaces } from './post.ts';
import type { Role } from './role.ts';

/** A post somebody holds, from its first to its last London day, that of their work here where it comes sooner. */
export interface DatedPost extends HeldAppointment {
  readonly startsOn: IsoDate;
  /** Null while no end is known. */
  readonly endsOn: IsoDate | null;
}

/** A post that nobody holds for a time after a London day: of an area, an agency, or of neither. */
export interface PostThatEnds extends HeldAppointment {
  readonly lastDay: IsoDate;
}

/** Roles that are told by a ladder, or decide for others: where nobody holds one, a step of it reaches nobody. An adviser's cases are the service's. */
const neededRoles: readonly Role[] = [
  'coordinator',
  'administrator',
  'chair',
  'supervisor',
  'strategicCoordinator',
  'governance',
  'idvaServiceManager',
  'agencyLead',
  'agencyRepresentative',
  'systemAdministrator',
];

/**
 * The posts that somebody holds, or has held, on a London day and that nobody holds on that or some day up to another one, the last
 * included: each place once, by its last day before the first such day, the earliest first. One who holds a role for every area holds it for each.
 */
export function postsThatEnd(posts: readonly DatedPost[], today: IsoDate, by: IsoDate): readonly PostThatEnds[] {
  const begun = posts.filter(({ role, startsOn }) => neededRoles.includes(role) && startsOn <= today);
  const places = new Map(begun.map((post) => [JSON.stringify(placeOf(post)), placeOf(post)]));
  return [...places.values()]
    .flatMap((place) => {
      const holders = posts.filter((post) => holds(post, place));
      const vacant = [today, ...holders.flatMap(({ endsOn }) => (endsOn === null ? [] : addDays(endsOn, 1)))]
        .filter((day) => day >= today && day <= by)
        .toSorted()
        .find((day) => holders.every(({ startsOn, endsOn }) => startsOn > day || (endsOn !== null && endsOn < day)));
      if (vacant === undefined) return [];
      const lastDay = holders
        .flatMap(({ endsOn }) => (endsOn !== null && endsOn < vacant ? endsOn : []))
        .toSorted()
        .at(-1);
      return lastDay === undefined ? [] : [{ ...place, lastDay }];
    })
    .toSorted((one, other) => (one.lastDay < other.lastDay ? -1 : one.lastDay > other.lastDay ? 1 : 0));
}

/** For what a role is needed: a representative by the agency, a chair by the area, whoever they come from. */
function placeOf({ role, areaId, agencyId }: HeldAppointment): HeldAppointment {
  const { area, agency } = postPlaces[role];
  if (agency === 'needed') return { role, areaId: null, agencyId };
  return { role, areaId: area === 'none' ? null : areaId, agencyId: null };
}

function holds(post: DatedPost, place: HeldAppointment): boolean {
  if (post.role !== place.role) return false;
  const { areaId, agencyId } = placeOf(post);
  return agencyId === place.agencyId && (areaId === place.areaId || areaId === null);
}
