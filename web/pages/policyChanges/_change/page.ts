import { z } from 'zod';
import { idSchema } from '../../../../contracts/text.ts';
import type { PlanningProgressView } from '../../../../contracts/views/policyChangeViews.ts';
import { mayDo } from '../../../../domain/access/mayDo.ts';
import { londonDate } from '../../../../domain/calendar/london.ts';
import type { IsoInstant } from '../../../../domain/calendar/time.ts';
import { readNames, type Names } from '../../../../usecases/office/readNames.ts';
import { readChange } from '../../../../usecases/replanning/readChanges.ts';
import { definePage } from '../../../definePage.ts';
import { dayWords, momentWords } from '../../../wording/days.ts';
import { presentMatter } from '../../administration/changes/moves.ts';

const states = {
  waiting: { text: 'Waits', colour: 'yellow' },
  done: { text: 'Planned anew', colour: 'green' },
  refused: { text: 'Not planned anew', colour: 'red' },
  parked: { text: 'Waits to be mended', colour: 'orange' },
};

/** What a change has moved, case by case; it can be left and opened again at any time. */
export const policyChangePage = definePage({
  path: '/policy-changes/:change',
  permission: 'readPolicyChanges',
  audit: 'readPolicyChange',
  params: z.object({ change: idSchema }),
  view: 'policyChanges/_change/view.njk',
  show: async ({ actor, route, params, now }, deps) => {
    const read = await readChange(deps, { actor, route }, params.change);
    if (!read.ok) return read;
    const { change, applied, undone } = read.view;
    const names = await readNames(deps);
    const data = {
      ...{ changeId: change.changeId, source: change.source, version: change.version },
      where: change.area === null ? 'Everywhere' : names.area(change.area),
      on: dayWords(change.countsFrom, londonDate(now)),
      withdrawn: change.withdrawnAt && momentWords(change.withdrawnAt, now),
      mayUndo: change.withdrawnAt === null && mayDo(actor, 'changePolicy', null),
      orders: [
        ...(applied ? [{ caption: 'Put to running cases', ...presentOrder(applied, names, now) }] : []),
        ...(undone ? [{ caption: 'Taken back from running cases', ...presentOrder(undone, names, now) }] : []),
      ],
    };
    return { ok: true, title: change.what, data };
  },
});

function presentOrder({ total, waiting, matters }: PlanningProgressView, names: Names, now: IsoInstant) {
  const rows = matters.map((matter) => ({
    ...presentMatter(matter, names, now),
    state: matter.status === 'done' && matter.meeting ? { ...states.done, text: 'Done' } : states[matter.status],
  }));
  return { total, waiting, ended: total - waiting, matters: rows };
}
