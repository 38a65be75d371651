import { z } from 'zod';
import { endSchema } from '../../../../../../contracts/administration.ts';
import { problem } from '../../../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../../../contracts/text.ts';
import { endAccess, readRegistered } from '../../../../../../usecases/administration/people.ts';
import { definePage } from '../../../../../definePage.ts';
import type { AdministrationForm } from '../../../fields.ts';
import { readEnd, endFields } from '../../endFields.ts';

/** Ends somebody's access at once, sets their last day, or takes the end back. */
export const endAccessPage = definePage({
  path: '/administration/people/:practitioner/end',
  permission: 'managePeople',
  audit: 'endAccess',
  params: z.object({ practitioner: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, route, params }, deps) => {
    if (params.practitioner === actor.practitionerId) return problem('NOT_FOUND');
    const read = await readRegistered(deps, { actor, route }, params.practitioner);
    if (!read.ok) return read;
    const { name, lastDay } = read.view;
    const data: AdministrationForm = {
      back: { text: name, href: `/administration/people/${params.practitioner}` },
      caption: name,
      before: [
        'Ended now means now: whatever they have open does nothing any more, on every computer and phone.',
        'What they have to do stays where it is, and reminders about it climb to their lead. Hand their cases over first where you can.',
      ],
      fields: endFields(lastDay !== null),
      button: 'Set it',
      grave: true,
    };
    return { ok: true, title: 'End their access', data };
  },
  form: {
    schema: endSchema,
    read: readEnd,
    fieldOf: (at, fields) => (at === 'lastDay' && fields['when'] === 'day' ? 'day' : 'when'),
    act: async ({ actor, route, key, bodyHash, body, params }, deps) => {
      const ended = await endAccess(deps, { actor, route, key, bodyHash }, params.practitioner, body);
      if (!ended.ok) return ended;
      const notice = body.lastDay === 'now' ? 'They have no access any more.' : 'Their last day is set.';
      return { ok: true, to: `/administration/people/${params.practitioner}`, notice };
    },
  },
});
