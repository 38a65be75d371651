import { newAreaSchema } from '../../../../../contracts/administration.ts';
import { addArea } from '../../../../../usecases/administration/office.ts';
import { definePage } from '../../../../definePage.ts';
import type { AdministrationForm } from '../../fields.ts';
import { serviceFields, serviceMissing } from '../serviceFields.ts';

/** Puts an area on record. */
export const addAreaPage = definePage({
  path: '/administration/areas/add',
  permission: 'manageAreas',
  audit: 'addArea',
  view: 'formPage.njk',
  show: async (_input, deps) => {
    const [name, ...services] = await serviceFields(deps);
    const data: AdministrationForm = {
      back: { text: 'Areas', href: '/administration/areas' },
      before: ['It goes by the national policy until a version of its own says otherwise.'],
      fields: [
        ...(name ? [name] : []),
        {
          kind: 'line',
          name: 'code',
          label: 'Code',
          hint: 'Small letters, figures and hyphens. It is never changed afterwards.',
        },
        ...services,
      ],
      button: 'Add the area',
    };
    return { ok: true, title: 'Add an area', data };
  },
  form: {
    schema: newAreaSchema,
    missing: { ...serviceMissing, code: 'Write a code for it.' },
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const added = await addArea(deps, { actor, route, key, bodyHash }, body);
      return added.ok ? { ok: true, to: '/administration/areas', notice: `${body.name} is added.` } : added;
    },
  },
});
