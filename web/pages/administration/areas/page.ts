import { listAreaRecords } from '../../../../usecases/administration/office.ts';
import { readNames } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';

/** The areas with the services that work for each. */
export const areasPage = definePage({
  path: '/administration/areas',
  permission: 'manageAreas',
  audit: 'readAreaRecords',
  view: 'administration/areas/view.njk',
  show: async (_input, deps) => {
    const [areas, names] = await Promise.all([listAreaRecords(deps), readNames(deps)]);
    const data = {
      areas: areas.map(({ code, name, idvaService, childrensServices, standardRiskService }) => ({
        href: `/administration/areas/${code}`,
        policyHref: `/administration/policy?area=${code}`,
        name,
        idvaService: names.agency(idvaService),
        childrensServices: names.agency(childrensServices),
        standardRiskService: names.agency(standardRiskService),
      })),
    };
    return { ok: true, title: 'Areas', data };
  },
});
