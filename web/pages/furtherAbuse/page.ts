import { z } from 'zod';
import { referenceParam } from '../../../contracts/address.ts';
import { getCase } from '../../../usecases/cases/getCase.ts';
import { reportFurtherAbuse } from '../../../usecases/furtherAbuse/reportFurtherAbuse.ts';
import { listAgencies, listAreas } from '../../../usecases/office/listOffice.ts';
import { readNames } from '../../../usecases/office/readNames.ts';
import { definePage } from '../../definePage.ts';
import { identitiesAsTyped } from '../../form/identity.ts';
import { chosen } from '../../paging.ts';
import { asChoice } from '../../wording/asChoice.ts';
import { missingOfReport, readTypedReport, typedReportSchema } from './form.ts';

/**
 * Further abuse, reported by who the people are, by anybody who is signed in. Coming from a case one finds the two people
 * filled in as that case names them; what follows is decided by who they are all the same.
 */
export const furtherAbusePage = definePage({
  path: '/further-abuse',
  permission: 'reportFurtherAbuse',
  audit: 'openFurtherAbuseForm',
  query: z.object({ case: chosen(referenceParam) }),
  view: 'furtherAbuse/view.njk',
  show: async ({ actor, query, route }, deps) => {
    const [names, areas, agencies] = await Promise.all([readNames(deps), listAreas(deps), listAgencies(deps)]);
    const own = actor.appointments.find(({ agencyId }) => agencyId !== null)?.agencyId ?? null;
    const data = {
      areas: areas.map(asChoice),
      agencies: agencies.map(asChoice),
      ownAgency: names.agencyById(own),
      reference: query.case ?? null,
    };
    const title = 'Report further abuse';
    if (query.case === undefined) return { ok: true, title, data };
    const read = await getCase(deps, { actor, route, reference: query.case });
    if (!read.ok) return read;
    const { victim, perpetrator } = read.view;
    return { ok: true, title, data, values: identitiesAsTyped({ victim, perpetrator }) };
  },
  form: {
    schema: typedReportSchema,
    read: readTypedReport,
    missing: missingOfReport,
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const reported = await reportFurtherAbuse(deps, { actor, route, key, bodyHash }, body);
      return reported.ok ? { ok: true, to: `/further-abuse/receipts/${reported.receipt}` } : reported;
    },
  },
});
