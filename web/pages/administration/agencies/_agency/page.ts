import { z } from 'zod';
import { agencyNameSchema } from '../../../../../contracts/administration.ts';
import { problem } from '../../../../../contracts/problemCode.ts';
import { agencySchema } from '../../../../../contracts/text.ts';
import { changeAgency } from '../../../../../usecases/administration/office.ts';
import { listAgencies } from '../../../../../usecases/office/listOffice.ts';
import { definePage } from '../../../../definePage.ts';
import type { AdministrationForm } from '../../fields.ts';

/** Gives an agency another name. */
export const agencyPage = definePage({
  path: '/administration/agencies/:agency',
  permission: 'manageAreas',
  audit: 'changeAgency',
  params: z.object({ agency: agencySchema }),
  view: 'formPage.njk',
  show: async ({ params }, deps) => {
    const agency = (await listAgencies(deps)).find(({ code }) => code === params.agency);
    if (!agency) return problem('NOT_FOUND');
    const data: AdministrationForm = {
      back: { text: 'Agencies and services', href: '/administration/agencies' },
      fields: [{ kind: 'line', name: 'name', label: 'Name' }],
      button: 'Change the name',
    };
    return { ok: true, title: agency.name, data, values: { name: agency.name } };
  },
  form: {
    schema: agencyNameSchema,
    missing: { name: 'Write its name.' },
    act: async ({ actor, route, key, bodyHash, body, params }, deps) => {
      const changed = await changeAgency(deps, { actor, route, key, bodyHash }, params.agency, body);
      return changed.ok ? { ok: true, to: '/administration/agencies', notice: 'The name is changed.' } : changed;
    },
  },
});
