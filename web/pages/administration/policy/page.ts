import { z } from 'zod';
import { areaSchema } from '../../../../contracts/text.ts';
import { londonDate } from '../../../../domain/calendar/london.ts';
import { readPolicy } from '../../../../usecases/administration/readPolicy.ts';
import { listAreas } from '../../../../usecases/office/listOffice.ts';
import { definePage } from '../../../definePage.ts';
import { chosen } from '../../../paging.ts';
import { dayFromNow, dayWords, sentence } from '../../../wording/days.ts';
import { choicesByCode } from '../fields.ts';

/** The versions of policy an area goes by, and the calendar its days are counted by: shown, and changed elsewhere. */
export const policyPage = definePage({
  path: '/administration/policy',
  permission: 'manageAreas',
  audit: 'readPolicy',
  query: z.object({ area: chosen(areaSchema) }),
  askedOnPage: { typed: [] },
  view: 'administration/policy/view.njk',
  show: async ({ query, now }, deps) => {
    const areas = await listAreas(deps);
    const area = query.area ?? areas[0]?.code;
    if (area === undefined) return { ok: true, title: 'Policy and calendars', data: { choices: [] } };
    const read = await readPolicy(deps, area);
    if (!read.ok) return read;
    const { versions, versionToday, calendar } = read.view;
    const today = londonDate(now);
    const data = {
      choices: choicesByCode(areas),
      area,
      areaName: areas.find(({ code }) => code === area)?.name,
      versionToday,
      versions: versions.map(({ version, effectiveFrom, areas: of, sets, inForce }) => ({
        version,
        from: dayWords(effectiveFrom, today),
        where: of === null ? 'Everywhere' : 'This area',
        everything: of === null,
        sets: sets.map(({ place, value, source }) => ({ what: inWords(place), value, source })),
        state: inForce ? 'In force' : effectiveFrom > today ? 'Announced' : 'Replaced',
      })),
      calendar: {
        version: calendar.version,
        known: `${dayWords(calendar.knownFrom, today)} to ${dayWords(calendar.knownUntil, today)}`,
        holidays: calendar.nextHolidays.map(({ date, name }) => ({ day: dayFromNow(date, now), name })),
      },
    };
    return { ok: true, title: 'Policy and calendars', data };
  },
});

/** A figure by its place: `contact.attempts` is "Contact: attempts". */
function inWords(place: string): string {
  const [section = '', figure] = place
    .split('.')
    .map((part) => part.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`));
  return figure === undefined ? sentence(section) : `${sentence(section)}: ${figure}`;
}
