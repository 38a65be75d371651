import { z } from 'zod';
import { dateSchema } from '../../../../../contracts/moment.ts';
import { patternQuerySchema, patternSchema } from '../../../../../contracts/policyChange.ts';
import { line } from '../../../../../contracts/text.ts';
import { listAreas } from '../../../../../usecases/office/listOffice.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { enterChange } from '../../../../../usecases/replanning/enterChange.ts';
import { previewPattern } from '../../../../../usecases/replanning/previewPattern.ts';
import { definePage } from '../../../../definePage.ts';
import { nestFields } from '../../../../form/fields.ts';
import { chosen } from '../../../../paging.ts';
import { choicesByCode } from '../../fields.ts';
import { presentPatternPreview } from './meetings.ts';

const choose = { value: '', text: 'Choose' };
const rhythms = [choose, { value: 'week', text: 'Every week' }, { value: 'month', text: 'Every month' }];
const weeks = ['first', 'second', 'third', 'fourth', 'last'].map((text, index) => ({
  value: String(index + 1),
  text: `The ${text}`,
}));
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'].map((text, index) => ({
  value: String(index + 1),
  text,
}));
const onBankHoliday = [
  { value: 'nextWorkingDay', text: 'The next working day' },
  { value: 'workingDayBefore', text: 'The working day before' },
  { value: 'cancelled', text: 'There is none' },
];
const asked = patternQuerySchema.shape;

/** Lets an area meet by another pattern: first what becomes of each meeting and its cases, then the button that does it. */
export const patternPage = definePage({
  path: '/administration/changes/pattern',
  permission: 'changePolicy',
  audit: 'changePolicy',
  query: z.object({
    area: chosen(asked.area),
    every: chosen(asked.every),
    nth: chosen(asked.nth),
    weekday: chosen(asked.weekday),
    at: chosen(asked.at),
    onBankHoliday: chosen(asked.onBankHoliday),
    from: chosen(dateSchema),
    source: chosen(line(200)),
  }),
  view: 'administration/changes/view.njk',
  show: async ({ actor, route, query, now }, deps) => {
    const { from, source, ...sits } = query;
    const numbers = { nth: sits.nth === undefined ? '' : String(sits.nth), weekday: String(sits.weekday ?? '') };
    const areas = [choose, ...choicesByCode(await listAreas(deps))];
    const questions = [
      { name: 'area', label: 'Area', choices: areas, value: sits.area },
      { name: 'every', label: 'How often it meets', choices: rhythms, value: sits.every },
      {
        ...{ name: 'nth', label: 'Which of the month', value: numbers.nth },
        choices: [{ value: '', text: 'Meets every week' }, ...weeks],
      },
      { name: 'weekday', label: 'Day', choices: [choose, ...weekdays], value: numbers.weekday },
      { name: 'at', label: 'Time', hint: 'London time, like 09:30.', value: sits.at },
      {
        ...{ name: 'onBankHoliday', label: 'Where it falls on a bank holiday', value: sits.onBankHoliday },
        choices: onBankHoliday,
      },
      { name: 'from', label: 'From which day', hint: 'Leave it empty for today.', type: 'date', value: from },
      { name: 'source', label: 'Where it was decided', value: source },
    ];
    const common = { address: '/administration/changes/pattern', questions, button: 'Change the meetings' };
    const title = 'Change when an area meets';
    const wanted = patternQuerySchema.safeParse({ ...withoutEmpty({ ...sits, ...numbers }), ...(from && { from }) });
    if (!wanted.success || source === undefined) return { ok: true, title, data: { ...common, preview: null } };
    const read = await previewPattern(deps, { actor, route }, { what: 'pattern', ...wanted.data });
    if (!read.ok) return read;
    const preview = presentPatternPreview(read.view, await readNames(deps), now);
    const values = { ...withoutEmpty({ ...sits, ...numbers }), source, ...(from && { from }) };
    return { ok: true, title, data: { ...common, preview }, values };
  },
  form: {
    schema: patternSchema,
    read: (fields) => {
      const { weekday, nth, ...body } = nestFields(fields);
      return { ...body, ...(nth === undefined ? {} : { nth: asNumber(nth) }), weekday: asNumber(weekday) };
    },
    missing: {
      area: 'Choose an area.',
      every: 'Choose how often the area meets.',
      weekday: 'Choose a day.',
      at: 'Write a time.',
      source: 'Write where it was decided.',
    },
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const entered = await enterChange(deps, { actor, route, key, bodyHash }, { what: 'pattern', ...body });
      return entered.ok ? { ok: true, to: `/policy-changes/${entered.changeId}`, notice: 'It is entered.' } : entered;
    },
  },
});

function asNumber(typed: unknown): unknown {
  return typeof typed === 'string' && /^\d$/.test(typed) ? Number(typed) : typed;
}

function withoutEmpty(values: Readonly<Record<string, string | number | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  );
}
