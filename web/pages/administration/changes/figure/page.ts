import { z } from 'zod';
import { figureQuerySchema, figureSchema } from '../../../../../contracts/policyChange.ts';
import { line } from '../../../../../contracts/text.ts';
import { nationalDefault } from '../../../../../domain/policy/defaults.ts';
import { figureUnder, settableFigures, unitOf } from '../../../../../domain/policy/settableFigures.ts';
import { listAreas } from '../../../../../usecases/office/listOffice.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { enterChange } from '../../../../../usecases/replanning/enterChange.ts';
import { previewChange } from '../../../../../usecases/replanning/previewChange.ts';
import { definePage } from '../../../../definePage.ts';
import { faultsOfProblem } from '../../../../form/faults.ts';
import { nestFields } from '../../../../form/fields.ts';
import { chosen } from '../../../../paging.ts';
import { sentence } from '../../../../wording/days.ts';
import { choicesByCode } from '../../fields.ts';
import { answered, readAnswers } from '../answered.ts';
import { presentPreview } from '../moves.ts';

const national = { ...nationalDefault.policy, version: nationalDefault.version, effectiveFrom: '' };
const figures = settableFigures.map((place) => ({
  value: place,
  text: `${sentence(wordsOf(place))}: ${unitOf(national, place)} (everywhere ${figureUnder(national, place)})`,
}));
const missing = { figure: 'Choose a figure.', value: 'Write a number.', source: 'Write where it was decided.' };
const typed = chosen(line(200));

/** Gives a figure of policy another number: first what it would move, then the button that moves it. */
export const figurePage = definePage({
  path: '/administration/changes/figure',
  permission: 'changePolicy',
  audit: 'changePolicy',
  query: z.object({ area: typed, figure: typed, value: typed, from: typed, source: typed }),
  askedOnPage: { typed: ['value', 'from', 'source'] },
  view: 'administration/changes/view.njk',
  show: async ({ actor, route, query, now }, deps) => {
    const { area, figure, value, from, source } = query;
    const everywhere = [{ value: '', text: 'Everywhere' }, ...choicesByCode(await listAreas(deps))];
    const questions = [
      { name: 'area', label: 'Area', choices: everywhere, value: area },
      { name: 'figure', label: 'Figure', choices: [{ value: '', text: 'Choose' }, ...figures], value: figure },
      { name: 'value', label: 'Number', value },
      {
        ...{ name: 'from', label: 'From which day, for what begins then', day: true, value: from },
        hint: 'Leave it empty and it counts from today, and running cases are planned anew by it.',
      },
      { name: 'source', label: 'Where it was decided', value: source },
    ];
    const button = from === undefined ? 'Change it and move the dates' : 'Change it';
    const data = { address: '/administration/changes/figure', questions, button, preview: null };
    const title = 'Change a figure of policy';
    const values = answered(query);
    if (Object.keys(values).length === 0) return { ok: true, title, data };
    const asked = readAnswers(figureQuerySchema, values, missing);
    if (!asked.ok) return { ok: true, title, data, values, faults: asked.faults };
    const wanted = { what: 'figure', ...asked.wanted, ...asked.from } as const;
    const read = await previewChange(deps, { actor, route }, wanted);
    if (!read.ok) return { ok: true, title, data, values, faults: faultsOfProblem(read, () => false) };
    const preview = presentPreview(read.view, await readNames(deps), now);
    return { ok: true, title, data: { ...data, preview }, values };
  },
  form: {
    schema: figureSchema,
    read: (fields) => {
      const { value, ...body } = nestFields(fields);
      return { ...body, value: typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value };
    },
    missing,
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const entered = await enterChange(deps, { actor, route, key, bodyHash }, { what: 'figure', ...body });
      return entered.ok ? { ok: true, to: `/policy-changes/${entered.changeId}`, notice: 'It is entered.' } : entered;
    },
  },
});

function wordsOf(place: string): string {
  return (place.split('.')[1] ?? place).replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
}
