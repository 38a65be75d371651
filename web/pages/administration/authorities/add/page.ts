import { newAuthoritySchema } from '../../../../../contracts/authority.ts';
import { addAuthority } from '../../../../../usecases/administration/authorities.ts';
import { definePage } from '../../../../definePage.ts';
import type { AdministrationForm } from '../../fields.ts';
import { authorityFields, authorityMissing, fieldOfAuthority, readAuthority } from '../authorityFields.ts';

/** Puts a local authority on record. */
export const addAuthorityPage = definePage({
  path: '/administration/authorities/add',
  permission: 'manageAreas',
  audit: 'addAuthority',
  view: 'formPage.njk',
  show: async (_input, deps) => {
    const data: AdministrationForm = {
      back: { text: 'Children’s services and schools', href: '/administration/authorities' },
      before: ['Where another authority has a place already, take it away there first.'],
      fields: [
        {
          kind: 'line',
          name: 'code',
          label: 'Code',
          hint: 'Small letters, figures and hyphens. It is never changed afterwards.',
        },
        ...(await authorityFields(deps)),
      ],
      button: 'Add the local authority',
    };
    return { ok: true, title: 'Add a local authority', data };
  },
  form: {
    schema: newAuthoritySchema,
    read: readAuthority,
    fieldOf: fieldOfAuthority,
    missing: { ...authorityMissing, code: 'Write a code for it.' },
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const added = await addAuthority(deps, { actor, route, key, bodyHash }, body);
      return added.ok ? { ok: true, to: '/administration/authorities', notice: `${body.name} is added.` } : added;
    },
  },
});
