import { z } from 'zod';
import { problem } from '../../../../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../../../../contracts/text.ts';
import { readRegistered } from '../../../../../../../usecases/administration/people.ts';
import { removeAway } from '../../../../../../../usecases/administration/posts.ts';
import { absenceToTakeBack } from '../../../../../../commandForms/absenceToTakeBack.ts';
import { definePage } from '../../../../../../definePage.ts';

/** Takes back that somebody is away. */
export const removeAbsencePage = definePage({
  path: '/administration/people/:practitioner/absences/:absence/removal',
  permission: 'managePeople',
  audit: 'removeAbsence',
  params: z.object({ practitioner: idSchema, absence: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, route, params, now }, deps) => {
    const read = await readRegistered(deps, { actor, route }, params.practitioner);
    if (!read.ok) return read;
    const absence = read.view.absences.find(({ absenceId }) => absenceId === params.absence);
    if (!absence) return problem('NOT_FOUND');
    const { name } = read.view;
    const back = { text: name, href: `/administration/people/${params.practitioner}` };
    return absenceToTakeBack(absence, { back, name, cover: absence.cover, now });
  },
  form: {
    schema: z.strictObject({}),
    act: async ({ actor, route, key, bodyHash, params }, deps) => {
      const which = { practitionerId: params.practitioner, absenceId: params.absence };
      const removed = await removeAway(deps, { actor, route, key, bodyHash }, which);
      if (!removed.ok) return removed;
      return { ok: true, to: `/administration/people/${params.practitioner}`, notice: 'The absence is taken back.' };
    },
  },
});
