import { roleNames } from '../../../domain/access/role.ts';
import { readNames } from '../../../usecases/office/readNames.ts';
import { definePage } from '../../definePage.ts';

/** Who one is here: the posts one holds, and the way out of every browser one is signed in with. */
export const accountPage = definePage({
  path: '/account',
  permission: 'signedIn',
  audit: 'readAccount',
  view: 'account/view.njk',
  show: async ({ actor }, deps) => {
    const names = await readNames(deps);
    const posts = actor.appointments.map(({ role, areaId, agencyId }) => ({
      role: roleNames[role],
      area: names.areaById(areaId) ?? 'All areas',
      agency: names.agencyById(agencyId),
    }));
    return { ok: true, title: actor.name, data: { posts } };
  },
});
