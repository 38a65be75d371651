import { z } from 'zod';
import { authorityChangeSchema, authoritySchema } from '../../../../../contracts/authority.ts';
import { problem } from '../../../../../contracts/problemCode.ts';
import { changeAuthority, listAuthorities } from '../../../../../usecases/administration/authorities.ts';
import { definePage } from '../../../../definePage.ts';
import type { AdministrationForm } from '../../fields.ts';
import { authorityFields, authorityMissing, fieldOfAuthority, readAuthority } from '../authorityFields.ts';

/** Sets the name of a local authority, its children's services and the places they answer for. */
export const authorityPage = definePage({
  path: '/administration/authorities/:authority',
  permission: 'manageAreas',
  audit: 'changeAuthority',
  params: z.object({ authority: authoritySchema }),
  view: 'formPage.njk',
  show: async ({ params }, deps) => {
    const authority = (await listAuthorities(deps)).find(({ code }) => code === params.authority);
    if (!authority) return problem('NOT_FOUND');
    const { name, childrensServices, places } = authority;
    const data: AdministrationForm = {
      back: { text: 'Children’s services and schools', href: '/administration/authorities' },
      before: ['A change counts for referrals from now on. Children keep the services they have.'],
      fields: await authorityFields(deps),
      button: 'Change the local authority',
    };
    const values = { name, childrensServices: childrensServices ?? '', places: places.join(', ') };
    return { ok: true, title: name, data, values };
  },
  form: {
    schema: authorityChangeSchema,
    read: readAuthority,
    fieldOf: fieldOfAuthority,
    missing: authorityMissing,
    act: async ({ actor, route, key, bodyHash, body, params }, deps) => {
      const changed = await changeAuthority(deps, { actor, route, key, bodyHash }, params.authority, body);
      return changed.ok ? { ok: true, to: '/administration/authorities', notice: `${body.name} is changed.` } : changed;
    },
  },
});
