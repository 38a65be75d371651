import { z } from 'zod';
import { problem } from '../../../../../../contracts/problemCode.ts';
import { agencySchema, idSchema } from '../../../../../../contracts/text.ts';
import { londonDate } from '../../../../../../domain/calendar/london.ts';
import { listAbsences } from '../../../../../../usecases/idva/listAbsences.ts';
import { takeAbsenceBack } from '../../../../../../usecases/idva/serviceStaff.ts';
import { readPractitionerNames } from '../../../../../../usecases/office/readNames.ts';
import { formPageData } from '../../../../../commandForms/formPageData.ts';
import { definePage } from '../../../../../definePage.ts';
import { dayWords } from '../../../../../wording/days.ts';

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
    const { practitionerId, coverId, from, until } = absence;
    const nameOf = await readPractitionerNames(deps, [practitionerId, coverId]);
    const today = londonDate(now);
    const after =
      coverId === null
        ? ''
        : ` ${nameOf(coverId) ?? 'Whoever stands in'} sees their cases and has their tasks no more.`;
    const data = formPageData({
      back: { text: 'Caseload', href: '/caseload' },
      caption: nameOf(practitionerId),
      before: `Away ${dayWords(from, today)} to ${dayWords(until, today)}.${after}`,
      fields: [],
      button: 'Take it back',
    });
    return { ok: true, title: 'Take the absence back', data };
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
