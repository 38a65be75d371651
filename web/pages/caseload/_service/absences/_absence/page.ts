import { z } from 'zod';
import { problem } from '../../../../../../contracts/problemCode.ts';
import { agencySchema, idSchema } from '../../../../../../contracts/text.ts';
import { listAbsences } from '../../../../../../usecases/idva/listAbsences.ts';
import { takeAbsenceBack } from '../../../../../../usecases/idva/serviceStaff.ts';
import { readPractitionerNames } from '../../../../../../usecases/office/readNames.ts';
import { absenceToTakeBack } from '../../../../../commandForms/absenceToTakeBack.ts';
import { definePage } from '../../../../../definePage.ts';

/** Takes back that somebody of the service is away: they are back sooner, or it was entered by mistake. */
export const takeAbsenceBackPage = definePage({
  path: '/caseload/:service/absences/:absence/removal',
  permission: 'manageService',
  audit: 'removeAbsence',
  params: z.object({ service: agencySchema, absence: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, params, now }, deps) => {
    const listed = await listAbsences(deps, actor, params.service);
    if (!listed.ok) return listed;
    const absence = listed.items.find(({ absenceId }) => absenceId === params.absence);
    if (!absence) return problem('NOT_FOUND');
    const { practitionerId, coverId } = absence;
    const nameOf = await readPractitionerNames(deps, [practitionerId, coverId]);
    const back = { text: 'Caseload', href: '/caseload' };
    return absenceToTakeBack(absence, { back, name: nameOf(practitionerId), cover: nameOf(coverId), now });
  },
  form: {
    schema: z.strictObject({}),
    act: async ({ actor, route, key, bodyHash, params }, deps) => {
      const request = { actor, route, key, bodyHash };
      const which = { service: params.service, absenceId: params.absence };
      const taken = await takeAbsenceBack(deps, request, which);
      return taken.ok ? { ok: true, to: '/caseload', notice: 'The absence is taken back.' } : taken;
    },
  },
});
