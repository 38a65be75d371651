import { z } from 'zod';
import { holidayQuerySchema, holidaySchema } from '../../../../../contracts/policyChange.ts';
import { line } from '../../../../../contracts/text.ts';
import { readNames } from '../../../../../usecases/office/readNames.ts';
import { enterChange } from '../../../../../usecases/replanning/enterChange.ts';
import { previewHoliday } from '../../../../../usecases/replanning/previewHoliday.ts';
import { definePage } from '../../../../definePage.ts';
import { faultsOfProblem } from '../../../../form/faults.ts';
import { chosen } from '../../../../paging.ts';
import { answered, readAnswers } from '../answered.ts';
import { presentPreview } from '../moves.ts';
import { presentHolidayMeetings } from '../pattern/meetings.ts';

const missing = { date: 'Choose a day.', name: 'Write its name.', source: 'Write where it was announced.' };
const typed = chosen(line(200));

/** Announces a bank holiday: first the meetings and dates it would move, then the button that moves them. */
export const holidayPage = definePage({
  path: '/administration/changes/holiday',
  permission: 'changePolicy',
  audit: 'announceHoliday',
  query: z.object({ date: typed, name: typed, source: typed }),
  askedOnPage: { typed: ['date', 'name', 'source'] },
  view: 'administration/changes/view.njk',
  show: async ({ actor, route, query, now }, deps) => {
    const { date, name, source } = query;
    const questions = [
      { name: 'date', label: 'Day', hint: 'Nobody works on it, from now on.', day: true, value: date },
      { name: 'name', label: 'Name', hint: 'As it is shown beside every date that steps over it.', value: name },
      { name: 'source', label: 'Where it was announced', value: source },
    ];
    const address = '/administration/changes/holiday';
    const data = { address, questions, button: 'Announce it and move meetings and dates', preview: null };
    const title = 'Announce a bank holiday';
    const values = answered(query);
    if (Object.keys(values).length === 0) return { ok: true, title, data };
    const asked = readAnswers(holidayQuerySchema, values, missing);
    if (!asked.ok) return { ok: true, title, data, values, faults: asked.faults };
    const read = await previewHoliday(deps, { actor, route }, { what: 'holiday', ...asked.wanted });
    if (!read.ok) return { ok: true, title, data, values, faults: faultsOfProblem(read, () => false) };
    const names = await readNames(deps);
    const meetings = presentHolidayMeetings(read.view.meetings, names, now);
    const preview = { ...presentPreview(read.view, names, now), holiday: true, meetings };
    return { ok: true, title, data: { ...data, preview }, values };
  },
  form: {
    schema: holidaySchema,
    missing,
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const entered = await enterChange(deps, { actor, route, key, bodyHash }, { what: 'holiday', ...body });
      return entered.ok
        ? { ok: true, to: `/policy-changes/${entered.changeId}`, notice: 'It counts from now on.' }
        : entered;
    },
  },
});
