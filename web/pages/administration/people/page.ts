import { z } from 'zod';
import { containingSchema } from '../../../../contracts/administration.ts';
import { idSchema } from '../../../../contracts/text.ts';
import { listRegistered } from '../../../../usecases/administration/people.ts';
import { readNames } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { addressOf } from '../../../paging.ts';
import { byRole, presentPosts, untilWords } from './present.ts';

const linesShown = 50;

/** Everybody who is registered, those who have left too. */
export const peoplePage = definePage({
  path: '/administration/people',
  permission: 'managePeople',
  audit: 'readRegistered',
  query: z.object({ containing: containingSchema, after: idSchema.optional() }),
  askedOnPage: { typed: ['containing'] },
  view: 'administration/people/view.njk',
  show: async ({ actor, route, query: { containing, after = null }, now }, deps) => {
    const { items, next } = await listRegistered(deps, { actor, route }, { containing, after, limit: linesShown });
    const names = await readNames(deps);
    const address = '/administration/people';
    const asked = containing === '' ? {} : { containing };
    const data = {
      people: items.map((person) => ({
        href: `${address}/${person.practitionerId}`,
        name: person.name,
        posts: byRole(presentPosts(person.posts, names, now).filter(({ inForce }) => inForce)),
        standing: person.worksHere ? untilWords(person.lastDay, now) : 'No access: left',
        worksHere: person.worksHere,
      })),
      containing,
      paging: {
        first: after === null ? null : addressOf(address, asked),
        next: next && addressOf(address, { ...asked, after: next }),
      },
    };
    return { ok: true, title: 'People', data };
  },
});
