import { z } from 'zod';
import { personSchema } from '../../../../../../contracts/administration.ts';
import { idSchema } from '../../../../../../contracts/text.ts';
import { changePerson, readRegistered } from '../../../../../../usecases/administration/people.ts';
import { definePage } from '../../../../../definePage.ts';
import type { AdministrationForm } from '../../../fields.ts';
import { personFields, personMissing } from '../../personFields.ts';

/** Changes what somebody is called, reached by or signs in as. */
export const personDetailsPage = definePage({
  path: '/administration/people/:practitioner/details',
  permission: 'managePeople',
  audit: 'changePerson',
  params: z.object({ practitioner: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, route, params }, deps) => {
    const read = await readRegistered(deps, { actor, route }, params.practitioner);
    if (!read.ok) return read;
    const { name, email, subject } = read.view;
    const data: AdministrationForm = {
      back: { text: name, href: `/administration/people/${params.practitioner}` },
      caption: name,
      before: ['If you change the sign-in, whoever is signed in by the old one is signed out.'],
      fields: personFields,
      button: 'Change it',
    };
    return { ok: true, title: 'Name, mail and sign-in', data, values: { name, email, subject } };
  },
  form: {
    schema: personSchema,
    missing: personMissing,
    act: async ({ actor, route, key, bodyHash, body, params }, deps) => {
      const changed = await changePerson(deps, { actor, route, key, bodyHash }, params.practitioner, body);
      if (!changed.ok) return changed;
      return { ok: true, to: `/administration/people/${params.practitioner}`, notice: 'It is changed.' };
    },
  },
});
