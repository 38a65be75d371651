import { z } from 'zod';
import { awaySchema } from '../../../../../../contracts/administration.ts';
import { idSchema } from '../../../../../../contracts/text.ts';
import { readRegistered } from '../../../../../../usecases/administration/people.ts';
import { enterAway } from '../../../../../../usecases/administration/posts.ts';
import { listPeople } from '../../../../../../usecases/people/people.ts';
import { definePage } from '../../../../../definePage.ts';
import { withDates, type AdministrationForm } from '../../../fields.ts';

/** Enters that somebody is away, and who stands in. */
export const addAbsencePage = definePage({
  path: '/administration/people/:practitioner/absences',
  permission: 'managePeople',
  audit: 'enterAbsence',
  params: z.object({ practitioner: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, route, params }, deps) => {
    const read = await readRegistered(deps, { actor, route }, params.practitioner);
    if (!read.ok) return read;
    const colleagues = (await listPeople(deps, {})).filter(
      ({ practitionerId }) => practitionerId !== params.practitioner,
    );
    const data: AdministrationForm = {
      back: { text: read.view.name, href: `/administration/people/${params.practitioner}` },
      caption: read.view.name,
      before: ['Whoever stands in sees the cases, has the tasks and gets the mail on these days.'],
      fields: [
        { kind: 'date', name: 'from', label: 'First day away' },
        { kind: 'date', name: 'until', label: 'Last day away' },
        {
          kind: 'select',
          name: 'cover',
          label: 'Who stands in',
          hint: 'Somebody of the same agency, or with the same role for the same area.',
          choices: colleagues.map(({ practitionerId, name }) => ({ value: practitionerId, text: name })),
          empty: 'Nobody',
        },
      ],
      button: 'Enter the absence',
    };
    return { ok: true, title: 'Away', data };
  },
  form: {
    schema: awaySchema,
    read: withDates('from', 'until'),
    missing: { from: 'Write the first day away.', until: 'Write the last day away.' },
    act: async ({ actor, route, key, bodyHash, body, params }, deps) => {
      const entered = await enterAway(deps, { actor, route, key, bodyHash }, params.practitioner, body);
      if (!entered.ok) return entered;
      return { ok: true, to: `/administration/people/${params.practitioner}`, notice: 'The absence is entered.' };
    },
  },
});
