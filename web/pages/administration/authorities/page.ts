import { londonDate } from '../../../../domain/calendar/london.ts';
import { listAuthorities } from '../../../../usecases/administration/authorities.ts';
import { readNames } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { dayWords } from '../../../wording/days.ts';

/** Which children's services answer for which place, and when the schools are open. */
export const authoritiesPage = definePage({
  path: '/administration/authorities',
  permission: 'manageAreas',
  audit: 'readAuthorities',
  view: 'administration/authorities/view.njk',
  show: async ({ now }, deps) => {
    const [authorities, names] = await Promise.all([listAuthorities(deps), readNames(deps)]);
    const today = londonDate(now);
    const data = {
      authorities: authorities.map(({ code, name, childrensServices, places, schoolYears }) => ({
        href: `/administration/authorities/${code}`,
        yearHref: `/administration/authorities/${code}/school-years`,
        name,
        childrensServices: names.agency(childrensServices),
        places,
        years: schoolYears.map(({ year, terms, closed, source }) => ({
          year,
          terms: terms.map(({ from, until }) => `${dayWords(from, today)} to ${dayWords(until, today)}`),
          closed: closed.map((day) => `${dayWords(day.date, today)}: ${day.name}`),
          source,
        })),
      })),
    };
    return { ok: true, title: 'Children’s services and schools', data };
  },
});
