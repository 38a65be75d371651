import { z } from 'zod';
import { postSchema } from '../../../../../../contracts/administration.ts';
import { problem } from '../../../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../../../contracts/text.ts';
import { roleNames } from '../../../../../../domain/access/role.ts';
import { formatShortDate } from '../../../../../wording/shortDate.ts';
import { readRegistered } from '../../../../../../usecases/administration/people.ts';
import { addPost } from '../../../../../../usecases/administration/posts.ts';
import { listAgencies, listAreas } from '../../../../../../usecases/office/listOffice.ts';
import { definePage } from '../../../../../definePage.ts';
import { choicesOf } from '../../../../../wording/labels.ts';
import { choicesByCode, withDates, type AdministrationForm } from '../../../fields.ts';

/** Gives somebody a post. */
export const addPostPage = definePage({
  path: '/administration/people/:practitioner/posts',
  permission: 'managePeople',
  audit: 'addPost',
  params: z.object({ practitioner: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, route, params, now }, deps) => {
    if (params.practitioner === actor.practitionerId) return problem('NOT_FOUND');
    const read = await readRegistered(deps, { actor, route }, params.practitioner);
    if (!read.ok) return read;
    const [areas, agencies] = await Promise.all([listAreas(deps), listAgencies(deps)]);
    const data: AdministrationForm = {
      back: { text: read.view.name, href: `/administration/people/${params.practitioner}` },
      caption: read.view.name,
      fields: [
        { kind: 'select', name: 'role', label: 'Role', choices: choicesOf(roleNames) },
        {
          kind: 'select',
          name: 'area',
          label: 'Area',
          hint: 'For coordinators, administrators and chairs. Supervisors and governance without one hold it everywhere.',
          choices: choicesByCode(areas),
          empty: 'None, or everywhere',
        },
        {
          kind: 'select',
          name: 'agency',
          label: 'Agency or service',
          hint: 'For referrers, IDVAs, their managers, representatives and leads.',
          choices: choicesByCode(agencies),
          empty: 'None',
        },
        { kind: 'date', name: 'from', label: 'First day' },
        { kind: 'date', name: 'until', label: 'Last day (optional)' },
      ],
      button: 'Give them the post',
    };
    return { ok: true, title: 'Give a post', data, values: { from: formatShortDate(now) } };
  },
  form: {
    schema: postSchema,
    read: withDates('from', 'until'),
    missing: { role: 'Choose a role.', from: 'Write the first day.' },
    act: async ({ actor, route, key, bodyHash, body, params }, deps) => {
      const added = await addPost(deps, { actor, route, key, bodyHash }, params.practitioner, body);
      if (!added.ok) return added;
      const notice = `They hold the post: ${roleNames[body.role]}.`;
      return { ok: true, to: `/administration/people/${params.practitioner}`, notice };
    },
  },
});
