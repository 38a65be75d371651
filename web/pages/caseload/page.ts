import { z } from 'zod';
import { isProblem, problem } from '../../../contracts/problemCode.ts';
import { agencySchema } from '../../../contracts/text.ts';
import { listAbsences } from '../../../usecases/idva/listAbsences.ts';
import { ownServices } from '../../../usecases/idva/ownServices.ts';
import { suggestAdvisers } from '../../../usecases/idva/suggestAdvisers.ts';
import { waitingForAdviser } from '../../../usecases/idva/waitingForAdviser.ts';
import { readNames, readPractitionerNames } from '../../../usecases/office/readNames.ts';
import { definePage } from '../../definePage.ts';
import { afterQuery, chosen, pagingOf } from '../../paging.ts';
import { presentCaseload } from './present.ts';

const linesShown = 25;

/** The work of an IDVA service: who has how much, what waits for an adviser, and who is away. */
export const caseloadPage = definePage({
  path: '/caseload',
  permission: 'manageService',
  audit: 'readAdvisers',
  query: z.object({ service: chosen(agencySchema), after: afterQuery.optional() }),
  askedOnPage: { typed: [] },
  view: 'caseload/view.njk',
  navigation: { label: 'Caseload', order: 35 },
  show: async ({ actor, query, now, route }, deps) => {
    const services = await ownServices(deps, actor);
    const { after = null } = query;
    const service = query.service ?? services[0];
    if (service === undefined) return problem('NOT_FOUND');
    const [advisers, absences, waiting, names] = await Promise.all([
      suggestAdvisers(deps, actor, route, { service }),
      listAbsences(deps, actor, service),
      waitingForAdviser(deps, actor, route, { service, after, limit: linesShown }),
      readNames(deps),
    ]);
    if (isProblem(advisers)) return advisers;
    if (isProblem(absences)) return absences;
    if (isProblem(waiting)) return waiting;
    const ids = absences.items.flatMap(({ practitionerId, coverId }) => [practitionerId, coverId]);
    const nameOf = await readPractitionerNames(deps, [
      ...ids,
      ...advisers.items.map(({ away }) => away?.coverId ?? null),
    ]);
    const data = {
      ...presentCaseload(advisers.items, absences.items, waiting.items, { names, nameOf, now, service }),
      waitingCount: waiting.count,
      paging: pagingOf('/caseload', { service }, after === null, waiting.next),
      service,
      services: services.map((code) => ({ value: code, text: names.agency(code) ?? code })),
    };
    return { ok: true, title: `Caseload: ${names.agency(service) ?? service}`, data };
  },
});
