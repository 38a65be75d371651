import { newAgencySchema } from '../../../../../contracts/administration.ts';
import { addAgency } from '../../../../../usecases/administration/office.ts';
import { listAgencies } from '../../../../../usecases/office/listOffice.ts';
import { definePage } from '../../../../definePage.ts';
import type { AdministrationForm } from '../../fields.ts';
import { kindWords } from '../kinds.ts';

/** Puts an agency or service on record. */
export const addAgencyPage = definePage({
  path: '/administration/agencies/add',
  permission: 'manageAreas',
  audit: 'addAgency',
  view: 'formPage.njk',
  show: async (_input, deps) => {
    const kinds = [...new Set((await listAgencies(deps)).map(({ kind }) => kind))].toSorted();
    const data: AdministrationForm = {
      back: { text: 'Agencies and services', href: '/administration/agencies' },
      fields: [
        { kind: 'line', name: 'name', label: 'Name' },
        {
          kind: 'line',
          name: 'code',
          label: 'Code',
          hint: 'Small letters, figures and hyphens, like housing-north. It is never changed afterwards.',
        },
        {
          kind: 'select',
          name: 'kind',
          label: 'Kind',
          hint: 'Agencies of a kind are counted together.',
          choices: kinds.map((kind) => ({ value: kind, text: kindWords(kind) })),
        },
      ],
      button: 'Add it',
    };
    return { ok: true, title: 'Add an agency or service', data };
  },
  form: {
    schema: newAgencySchema,
    missing: { name: 'Write its name.', code: 'Write a code for it.', kind: 'Choose its kind.' },
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const added = await addAgency(deps, { actor, route, key, bodyHash }, body);
      return added.ok ? { ok: true, to: '/administration/agencies', notice: `${body.name} is added.` } : added;
    },
  },
});
