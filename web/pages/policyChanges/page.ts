import { mayDo } from '../../../domain/access/mayDo.ts';
import { londonDate } from '../../../domain/calendar/london.ts';
import { readNames } from '../../../usecases/office/readNames.ts';
import { listChanges } from '../../../usecases/replanning/readChanges.ts';
import { definePage } from '../../definePage.ts';
import { dayWords, momentWords } from '../../wording/days.ts';

/** Bank holidays and policy entered while cases ran. */
export const policyChangesPage = definePage({
  path: '/policy-changes',
  permission: 'readPolicyChanges',
  audit: 'readPolicyChanges',
  view: 'policyChanges/view.njk',
  show: async ({ actor, now }, deps) => {
    const names = await readNames(deps);
    const changes = (await listChanges(deps)).map(({ changeId, what, area, countsFrom, enteredAt, withdrawnAt }) => ({
      ...{ changeId, what, where: area === null ? 'Everywhere' : names.area(area) },
      on: dayWords(countsFrom, londonDate(now)),
      entered: momentWords(enteredAt, now),
      withdrawn: withdrawnAt && momentWords(withdrawnAt, now),
    }));
    const mayChange = mayDo(actor, 'changePolicy', null);
    return { ok: true, title: 'Bank holidays and policy', data: { changes, mayChange } };
  },
});
