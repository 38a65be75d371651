import { listAgencies } from '../../../../usecases/office/listOffice.ts';
import { definePage } from '../../../definePage.ts';
import { kindWords } from './kinds.ts';

/** The agencies and services, by name. */
export const agenciesPage = definePage({
  path: '/administration/agencies',
  permission: 'manageAreas',
  audit: 'readAgencies',
  view: 'administration/agencies/view.njk',
  show: async (_input, deps) => {
    const agencies = await listAgencies(deps);
    const data = {
      agencies: agencies.map(({ code, name, kind }) => {
        return { href: `/administration/agencies/${code}`, code, name, kind: kindWords(kind) };
      }),
    };
    return { ok: true, title: 'Agencies and services', data };
  },
});
