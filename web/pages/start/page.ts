import { mayDo } from '../../../domain/access/mayDo.ts';
import type { OfficePermission } from '../../../domain/access/permission.ts';
import { countHandedOver } from '../../../usecases/assessments/countHandedOver.ts';
import { listCases } from '../../../usecases/cases/listCases.ts';
import { dutiesAhead } from '../../../usecases/clocks/dutiesAhead.ts';
import { countExceptions } from '../../../usecases/exceptions/countExceptions.ts';
import { countParked } from '../../../usecases/parked/countParked.ts';
import { readNames } from '../../../usecases/office/readNames.ts';
import { definePage } from '../../definePage.ts';
import { isChair, mostClimbed, ownSections } from './ownSections.ts';
import { presentStart } from './present.ts';

const daysAhead = 7;
const linesShown = 12;
const casesShown = 10;

/** What needs me today, in one glance; then everything else. */
export const startPage = definePage({
  path: '/',
  permission: 'signedIn',
  audit: 'readStart',
  view: 'start/view.njk',
  navigation: { label: 'Start', order: 0 },
  show: async ({ actor, now, route }, deps) => {
    const may = (permission: OfficePermission) => mayDo<OfficePermission>(actor, permission, null);
    const names = await readNames(deps);
    const [duties, stuck, parked, handedOver, cases, own] = await Promise.all([
      may('readOverdue')
        ? dutiesAhead(deps, actor, route, {
            days: daysAhead,
            limit: linesShown + (isChair(actor) ? 2 * mostClimbed : 0),
          })
        : null,
      may('readExceptions') ? countExceptions(deps, actor, route) : null,
      // Whoever sees what is stuck in cases finds it there.
      may('retryCommand') && !may('readFurtherAbuse') ? countParked(deps, actor) : null,
      may('answerAssessment') ? countHandedOver(deps, actor) : 0,
      listCases(deps, actor, route, { after: null, limit: casesShown }),
      ownSections(deps, { actor, route, now, names }),
    ]);
    if (!cases.ok) return cases;
    const climbed = own.chair ? [...own.chair.decisions, ...own.chair.escalated].map(({ href }) => href) : [];
    const given = { duties, climbed, linesShown, stuck, parked, handedOver, cases: cases.items, names, now };
    const mayAssess = may('recordAssessment');
    // Whoever administers the system has a part in no case, and governance reads of them by their references.
    const seesCases = may('readTasks') || may('readReports');
    const data = { ...presentStart(given), ...own, mayAssess, seesCases };
    return { ok: true, title: 'What needs you today', data };
  },
});
