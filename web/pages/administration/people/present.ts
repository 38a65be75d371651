import type { PractitionerRecordView } from '../../../../contracts/views/administrationViews.ts';
import { roleNames, type Role } from '../../../../domain/access/role.ts';
import { londonDate } from '../../../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../../../domain/calendar/time.ts';
import type { Names } from '../../../../usecases/office/readNames.ts';
import { dayWords } from '../../../wording/days.ts';

/** Posts in words: the role, where it is held, and from when to when. */
export function presentPosts(posts: PractitionerRecordView['posts'], names: Names, now: IsoInstant) {
  const today = londonDate(now);
  return posts.map(({ postId, role, area, agency, from, until, inForce }) => ({
    postId,
    role: roleNames[role as Role],
    place: [area === null ? null : names.area(area), names.agency(agency)].filter((name) => name !== null).join(', '),
    from: dayWords(from, today),
    until: until === null ? 'No end known' : dayWords(until, today),
    inForce,
    state: inForce ? 'In force' : from > today ? 'Not begun' : 'Ended',
    mayEnd: until === null || until >= today,
  }));
}

/** Posts of one role together, with the places it is held for. */
export function byRole(posts: ReturnType<typeof presentPosts>) {
  return [...Map.groupBy(posts, ({ role }) => role)].map(([role, own]) => {
    const places = own.flatMap(({ place }) => (place === '' ? [] : [place])).toSorted();
    return { role, place: places.join('; ') };
  });
}

/** Until when somebody works here. */
export function untilWords(lastDay: IsoDate | null, now: IsoInstant): string {
  return lastDay === null ? '' : `Until ${dayWords(lastDay, londonDate(now))}`;
}
