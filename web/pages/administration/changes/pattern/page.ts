import { z } from 'zod';
import { patternQuerySchema, patternSchema } from '../../../../../contracts/policyChange.ts';
import { line } from '../../../../../contracts/text.ts';
import { listAreas } from '../../../../../usecases/office/listOffice.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { enterChange } from '../../../../../usecases/replanning/enterChange.ts';
import { previewPattern } from '../../../../../usecases/replanning/previewPattern.ts';
import type { Choice } from '../../../../commandForms/commandForm.ts';
import { definePage } from '../../../../definePage.ts';
import { faultsOf, faultsOfProblem } from '../../../../form/faults.ts';
import { nestFields } from '../../../../form/fields.ts';
import { chosen } from '../../../../paging.ts';
import { choicesByCode } from '../../fields.ts';
import { answered } from '../answered.ts';
import { presentPatternPreview } from './meetings.ts';

const choose = { value: '', text: 'Choose' };
const rhythms = [choose, { value: 'week', text: 'Every week' }, { value: 'month', text: 'Every month' }];
const numbered = (texts: readonly string[]) => texts.map((text, index) => ({ value: String(index + 1), text }));
const weeks = [
  { value: '', text: 'None: it meets every week' },
  ...numbered(['The first', 'The second', 'The third', 'The fourth', 'The last']),
];
const weekdays = [choose, ...numbered(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])];
const onBankHoliday = [
  { value: 'nextWorkingDay', text: 'The next working day' },
  { value: 'workingDayBefore', text: 'The working day before' },
  { value: 'cancelled', text: 'There is none' },
];
const missing = {
  area: 'Choose an area.',
  every: 'Choose how often the area meets.',
  weekday: 'Choose a day.',
  at: 'Write a time.',
  onBankHoliday: 'Choose where it goes.',
  source: 'Write where it was decided.',
};
const typed = chosen(line(200));

/** Lets an area meet by another pattern: first what becomes of each meeting and its cases, then the button that does it. */
export const patternPage = definePage({
  path: '/administration/changes/pattern',
  permission: 'changePolicy',
  audit: 'changePolicy',
  query: z.object({
    ...{ area: typed, every: typed, nth: typed, weekday: typed, at: typed, onBankHoliday: typed },
    ...{ from: typed, source: typed },
  }),
  askedOnPage: { typed: ['at', 'from', 'source'] },
  view: 'administration/changes/view.njk',
  show: async ({ actor, route, query, now }, deps) => {
    const areas = [choose, ...choicesByCode(await listAreas(deps))];
    const data = {
      ...{ address: '/administration/changes/pattern', button: 'Change the meetings', preview: null },
      questions: questionsOf(query, areas),
    };
    const title = 'Change when an area meets';
    const values = answered(query);
    if (Object.keys(values).length === 0) return { ok: true, title, data };
    const { source, ...wanted } = values;
    const asked = patternQuerySchema.safeParse(wanted);
    const faults = [
      ...(asked.success ? [] : faultsOf(asked.error, missing)),
      ...(source === undefined ? [{ at: 'source', text: missing.source }] : []),
    ];
    if (!asked.success || faults.length > 0) return { ok: true, title, data, values, faults };
    const read = await previewPattern(deps, { actor, route }, { what: 'pattern', ...asked.data });
    if (!read.ok) return { ok: true, title, data, values, faults: faultsOfProblem(read, () => false) };
    const preview = { ...presentPatternPreview(read.view, await readNames(deps), now), pattern: true };
    return { ok: true, title, data: { ...data, preview }, values };
  },
  form: {
    schema: patternSchema,
    read: (fields) => {
      const { weekday, nth, ...body } = nestFields(fields);
      return { ...body, ...(nth === undefined ? {} : { nth: asNumber(nth) }), weekday: asNumber(weekday) };
    },
    missing,
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const entered = await enterChange(deps, { actor, route, key, bodyHash }, { what: 'pattern', ...body });
      return entered.ok ? { ok: true, to: `/policy-changes/${entered.changeId}`, notice: 'It is entered.' } : entered;
    },
  },
});

function asNumber(typed: unknown): unknown {
  return typeof typed === 'string' && /^\d$/.test(typed) ? Number(typed) : typed;
}

type Query = Readonly<
  Partial<Record<'area' | 'every' | 'nth' | 'weekday' | 'at' | 'onBankHoliday' | 'from' | 'source', string | undefined>>
>;

function questionsOf(query: Query, areas: readonly Choice[]) {
  return [
    { name: 'area', label: 'Area', choices: areas, value: query.area },
    { name: 'every', label: 'How often it meets', choices: rhythms, value: query.every },
    { name: 'nth', label: 'Which of the month', choices: weeks, value: query.nth },
    { name: 'weekday', label: 'Day', choices: weekdays, value: query.weekday },
    { name: 'at', label: 'Time', hint: 'London time, like 09:30.', value: query.at },
    {
      name: 'onBankHoliday',
      label: 'Where it falls on a bank holiday',
      choices: onBankHoliday,
      value: query.onBankHoliday,
    },
    { name: 'from', label: 'From which day', hint: 'Leave it empty for today.', day: true, value: query.from },
    { name: 'source', label: 'Where it was decided', value: query.source },
  ];
}
