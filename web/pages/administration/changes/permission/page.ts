import { z } from 'zod';
import { pauseReasons } from '../../../../../contracts/clock.ts';
import { permissionQuerySchema, permissionSchema } from '../../../../../contracts/policyChange.ts';
import { line } from '../../../../../contracts/text.ts';
import { describeClockKind } from '../../../../../domain/clocks/clockKind.ts';
import { clocksOfPractice } from '../../../../../domain/policy/settableFigures.ts';
import { listAreas } from '../../../../../usecases/office/listOffice.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { enterChange } from '../../../../../usecases/replanning/enterChange.ts';
import { previewChange } from '../../../../../usecases/replanning/previewChange.ts';
import { definePage } from '../../../../definePage.ts';
import { faultsOfProblem } from '../../../../form/faults.ts';
import { nestFields } from '../../../../form/fields.ts';
import { chosen } from '../../../../paging.ts';
import { pauseLabels } from '../../../../wording/labels.ts';
import { choicesByCode } from '../../fields.ts';
import { answered, readAnswers } from '../answered.ts';
import { presentPreview } from '../moves.ts';

const choose = { value: '', text: 'Choose' };
const duties = [choose, ...clocksOfPractice.map((kind) => ({ value: kind, text: describeClockKind(kind) }))];
const reasons = [choose, ...pauseReasons.map((reason) => ({ value: reason, text: pauseLabels[reason] }))];
const answers = [choose, { value: 'true', text: 'It may be paused' }, { value: 'false', text: 'It may not be paused' }];
const missing = {
  clock: 'Choose a duty.',
  reason: 'Choose a reason.',
  permitted: 'Choose whether it may be paused.',
  source: 'Write where it was decided.',
};
const typed = chosen(line(200));

/** Permits a reason to pause a duty, or permits it no longer: first what it would touch, then the button that does it. */
export const permissionPage = definePage({
  path: '/administration/changes/permission',
  permission: 'changePolicy',
  audit: 'changePolicy',
  query: z.object({
    area: typed,
    clock: typed,
    reason: typed,
    permitted: typed,
    from: typed,
    source: typed,
  }),
  askedOnPage: { typed: ['from', 'source'] },
  view: 'administration/changes/view.njk',
  show: async ({ actor, route, query, now }, deps) => {
    const { from, source } = query;
    const everywhere = [{ value: '', text: 'Everywhere' }, ...choicesByCode(await listAreas(deps))];
    const questions = [
      { name: 'area', label: 'Area', choices: everywhere, value: query.area },
      { name: 'clock', label: 'Duty', choices: duties, value: query.clock },
      { name: 'reason', label: 'Reason to pause it', choices: reasons, value: query.reason },
      { name: 'permitted', label: 'What is decided', choices: answers, value: query.permitted },
      {
        ...{ name: 'from', label: 'From which day, for what begins then', day: true, value: from },
        hint: 'Leave it empty and it counts from today, for running cases too. What is paused already stays paused.',
      },
      { name: 'source', label: 'Where it was decided', value: source },
    ];
    const data = { address: '/administration/changes/permission', questions, button: 'Change it', preview: null };
    const title = 'Change why a duty may be paused';
    const values = answered(query);
    if (Object.keys(values).length === 0) return { ok: true, title, data };
    const asked = readAnswers(permissionQuerySchema, values, missing);
    if (!asked.ok) return { ok: true, title, data, values, faults: asked.faults };
    const wanted = { what: 'permission', ...asked.wanted, ...asked.from } as const;
    const read = await previewChange(deps, { actor, route }, wanted);
    if (!read.ok) return { ok: true, title, data, values, faults: faultsOfProblem(read, () => false) };
    const preview = presentPreview(read.view, await readNames(deps), now);
    return { ok: true, title, data: { ...data, preview }, values };
  },
  form: {
    schema: permissionSchema,
    read: (fields) => {
      const { permitted, ...body } = nestFields(fields);
      return { ...body, permitted: permitted === 'true' ? true : permitted === 'false' ? false : permitted };
    },
    missing,
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const entered = await enterChange(deps, { actor, route, key, bodyHash }, { what: 'permission', ...body });
      return entered.ok ? { ok: true, to: `/policy-changes/${entered.changeId}`, notice: 'It is entered.' } : entered;
    },
  },
});
