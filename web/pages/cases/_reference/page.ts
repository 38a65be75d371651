import { getCase } from '../../../../usecases/cases/getCase.ts';
import { readNames, readPractitionerNames } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { caseParams } from '../../../../contracts/address.ts';
import { practitionersIn, presentCasePage } from './present.ts';

/** One case, as much of it as one may see: where it stands, what is next, who is in it and what has been done. */
export const casePage = definePage({
  path: '/cases/:reference',
  permission: 'readCase',
  audit: 'readCase',
  params: caseParams,
  view: 'cases/_reference/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const read = await getCase(deps, { actor, route, reference: params.reference });
    if (!read.ok) return read;
    const [names, nameOf] = await Promise.all([
      readNames(deps),
      readPractitionerNames(deps, practitionersIn(read.view)),
    ]);
    const data = presentCasePage({ view: read.view, names, nameOf, now });
    return { ok: true, title: `Case ${read.view.reference}`, data, version: read.view.revision };
  },
});
