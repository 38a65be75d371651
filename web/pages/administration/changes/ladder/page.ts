import { z } from 'zod';
import { ladderQuerySchema, ladderSchema } from '../../../../../contracts/policyChange.ts';
import { areaSchema, line } from '../../../../../contracts/text.ts';
import { settableLadders } from '../../../../../domain/clocks/whyQuiet.ts';
import { listAreas } from '../../../../../usecases/office/listOffice.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { enterChange } from '../../../../../usecases/replanning/enterChange.ts';
import { ladderInForce } from '../../../../../usecases/replanning/ladderInForce.ts';
import { previewChange } from '../../../../../usecases/replanning/previewChange.ts';
import { definePage } from '../../../../definePage.ts';
import { faultsOfProblem } from '../../../../form/faults.ts';
import { chosen } from '../../../../paging.ts';
import { sentence } from '../../../../wording/days.ts';
import { choicesByCode } from '../../fields.ts';
import { answered, readAnswers } from '../answered.ts';
import { presentPreview } from '../moves.ts';

const ladders = settableLadders.map((name) => ({
  value: name,
  text: sentence(name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)),
}));
const missing = { ladder: 'Choose a ladder.', steps: 'Write its steps.', source: 'Write where it was decided.' };

/** Gives a ladder other steps: first what it would move, then the button that moves it. */
export const ladderPage = definePage({
  path: '/administration/changes/ladder',
  permission: 'changePolicy',
  audit: 'changePolicy',
  query: z.object({
    area: chosen(areaSchema),
    ladder: chosen(z.enum(settableLadders)),
    steps: chosen(z.string().max(4_000)),
    from: chosen(line(200)),
    source: chosen(line(200)),
  }),
  askedOnPage: { typed: ['steps', 'from', 'source'] },
  view: 'administration/changes/view.njk',
  show: async ({ actor, route, query, now }, deps) => {
    const { area, ladder, from, source } = query;
    const steps = query.steps ?? (ladder && (await ladderInForce(deps, { area, ladder })));
    const everywhere = [{ value: '', text: 'Everywhere' }, ...choicesByCode(await listAreas(deps))];
    const questions = [
      { name: 'area', label: 'Area', choices: everywhere, value: area },
      { name: 'ladder', label: 'Ladder', choices: [{ value: '', text: 'Choose' }, ...ladders], value: ladder },
      {
        ...{ name: 'steps', label: 'Its steps', rows: 12, value: steps },
        hint: 'A step a line: when, a colon, to whom. Choose a ladder and leave this empty to see the steps it has.',
      },
      {
        ...{ name: 'from', label: 'From which day, for what begins then', day: true, value: from },
        hint: 'Leave it empty and it counts from today, and running cases are planned anew by it.',
      },
      { name: 'source', label: 'Where it was decided', value: source },
    ];
    const button = from === undefined ? 'Change it and move the reminders' : 'Change it';
    const data = { address: '/administration/changes/ladder', questions, button, preview: null };
    const title = 'Change a ladder';
    const values = answered({ area, ladder, from, source });
    if (query.steps === undefined) return { ok: true, title, data, values };
    const typed = { ...values, steps: query.steps };
    const asked = readAnswers(ladderQuerySchema, typed, missing);
    if (!asked.ok) return { ok: true, title, data, values: typed, faults: asked.faults };
    const wanted = { what: 'ladder', ...asked.wanted, ...asked.from } as const;
    const read = await previewChange(deps, { actor, route }, wanted);
    if (!read.ok)
      return { ok: true, title, data, values: typed, faults: faultsOfProblem(read, (name) => name === 'steps') };
    const preview = presentPreview(read.view, await readNames(deps), now);
    return { ok: true, title, data: { ...data, preview }, values: typed };
  },
  form: {
    schema: ladderSchema,
    missing,
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const entered = await enterChange(deps, { actor, route, key, bodyHash }, { what: 'ladder', ...body });
      return entered.ok ? { ok: true, to: `/policy-changes/${entered.changeId}`, notice: 'It is entered.' } : entered;
    },
  },
});
