import { z } from 'zod';
import { areaServicesSchema } from '../../../../../contracts/administration.ts';
import { problem } from '../../../../../contracts/problemCode.ts';
import { areaSchema } from '../../../../../contracts/text.ts';
import { changeArea, listAreaRecords } from '../../../../../usecases/administration/office.ts';
import { definePage } from '../../../../definePage.ts';
import type { AdministrationForm } from '../../fields.ts';
import { serviceFields, serviceMissing } from '../serviceFields.ts';

/** Sets the name of an area and who works for it. */
export const areaPage = definePage({
  path: '/administration/areas/:area',
  permission: 'manageAreas',
  audit: 'changeArea',
  params: z.object({ area: areaSchema }),
  view: 'formPage.njk',
  show: async ({ params }, deps) => {
    const area = (await listAreaRecords(deps)).find(({ code }) => code === params.area);
    if (!area) return problem('NOT_FOUND');
    const { name, idvaService, childrensServices, standardRiskService } = area;
    const data: AdministrationForm = {
      back: { text: 'Areas', href: '/administration/areas' },
      before: ['Another service counts for referrals from now on. Cases keep the service they have.'],
      fields: await serviceFields(deps),
      button: 'Change the area',
    };
    const values = {
      name,
      idvaService: idvaService ?? '',
      childrensServices: childrensServices ?? '',
      standardRiskService: standardRiskService ?? '',
    };
    return { ok: true, title: name, data, values };
  },
  form: {
    schema: areaServicesSchema,
    missing: serviceMissing,
    act: async ({ actor, route, key, bodyHash, body, params }, deps) => {
      const changed = await changeArea(deps, { actor, route, key, bodyHash }, params.area, body);
      return changed.ok ? { ok: true, to: '/administration/areas', notice: 'The area is changed.' } : changed;
    },
  },
});
