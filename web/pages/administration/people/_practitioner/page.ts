import { z } from 'zod';
import { idSchema } from '../../../../../contracts/text.ts';
import { londonDate } from '../../../../../domain/calendar/london.ts';
import { readRegistered } from '../../../../../usecases/administration/people.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { definePage } from '../../../../definePage.ts';
import { dayWords } from '../../../../wording/days.ts';
import { presentPosts, untilWords } from '../present.ts';

/** Somebody with every post they hold, held or will hold, and when they are away. */
export const personPage = definePage({
  path: '/administration/people/:practitioner',
  permission: 'managePeople',
  audit: 'readRegistered',
  params: z.object({ practitioner: idSchema }),
  view: 'administration/people/_practitioner/view.njk',
  show: async ({ actor, route, params, now }, deps) => {
    const read = await readRegistered(deps, { actor, route }, params.practitioner);
    if (!read.ok) return read;
    const { view } = read;
    const names = await readNames(deps);
    const today = londonDate(now);
    const posts = presentPosts(view.posts, names, now);
    const data = {
      address: `/administration/people/${view.practitionerId}`,
      isSelf: view.practitionerId === actor.practitionerId,
      worksHere: view.worksHere,
      details: [
        { key: 'Sign-in', value: view.subject },
        { key: 'Mail', value: view.email },
        { key: 'Access', value: view.worksHere ? untilWords(view.lastDay, now) || 'No end known' : 'Ended' },
        { key: 'Last day', value: view.worksHere || view.lastDay === null ? '' : dayWords(view.lastDay, today) },
      ],
      posts: posts.filter(({ mayEnd }) => mayEnd),
      ended: posts.filter(({ mayEnd }) => !mayEnd),
      absences: view.absences.map(({ absenceId, from, until, cover }) => ({
        absenceId,
        from: dayWords(from, today),
        until: dayWords(until, today),
        cover,
        isOver: until < today,
      })),
    };
    return { ok: true, title: view.name, data };
  },
});
