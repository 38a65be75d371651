import { personSchema } from '../../../../../contracts/administration.ts';
import { addPerson } from '../../../../../usecases/administration/people.ts';
import { definePage } from '../../../../definePage.ts';
import type { AdministrationForm } from '../../fields.ts';
import { personFields, personMissing } from '../personFields.ts';

/** Registers somebody, who can do nothing before they hold a post. */
export const addPersonPage = definePage({
  path: '/administration/people/add',
  permission: 'managePeople',
  audit: 'addPerson',
  view: 'formPage.njk',
  show: () => {
    const data: AdministrationForm = {
      back: { text: 'People', href: '/administration/people' },
      before: ['They can do nothing here before you give them a post, which comes next.'],
      fields: personFields,
      button: 'Register them',
    };
    return Promise.resolve({ ok: true, title: 'Register somebody', data });
  },
  form: {
    schema: personSchema,
    missing: personMissing,
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const added = await addPerson(deps, { actor, route, key, bodyHash }, body);
      if (!added.ok) return added;
      return {
        ok: true,
        to: `/administration/people/${added.id}`,
        notice: `${body.name} is registered. Give them a post.`,
      };
    },
  },
});
