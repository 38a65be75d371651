import { loneAssessmentSchema } from '../../../../contracts/loneAssessment.ts';
import { dashQuestions } from '../../../../domain/dash/questions.ts';
import { recordAssessment } from '../../../../usecases/assessments/recordAssessment.ts';
import { readCodes } from '../../../../usecases/office/codes.ts';
import { listAgencies, listAreas } from '../../../../usecases/office/listOffice.ts';
import { definePage } from '../../../definePage.ts';
import { asChoice } from '../../../wording/asChoice.ts';
import { choicesOf, gradeLabels, relationshipLabels } from '../../../wording/labels.ts';
import { missingWords } from '../../refer/drafts/_draft/missingWords.ts';
import { readTypedAssessment } from './form.ts';

/** An assessment that somebody records without a referral: police assess every incident, and not each is referred. */
export const newAssessmentPage = definePage({
  path: '/assessments/new',
  permission: 'recordAssessment',
  audit: 'openAssessmentForm',
  view: 'assessments/new/view.njk',
  show: async ({ actor }, deps) => {
    const [areas, agencies, codes] = await Promise.all([listAreas(deps), listAgencies(deps), readCodes(deps)]);
    const own = actor.appointments.map(({ agencyId }) => codes.agency(agencyId)).find((code) => code !== null);
    const data = {
      areas: areas.map(asChoice),
      agencies: agencies.map(asChoice),
      relationships: choicesOf(relationshipLabels),
      grades: choicesOf(gradeLabels),
      dash: dashQuestions.map((text, index) => ({ value: String(index), text })),
    };
    return { ok: true, title: 'Record an assessment without a referral', data, values: own ? { agency: own } : {} };
  },
  form: {
    schema: loneAssessmentSchema,
    read: readTypedAssessment,
    fieldOf: (at) => (at === 'perpetrator' ? 'perpetrator.givenNames' : at),
    missing: { ...missingWords, agency: 'Choose the agency that assessed.' },
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const recorded = await recordAssessment(deps, { actor, route, key, bodyHash }, body);
      if (!recorded.ok) return recorded;
      return { ok: true, to: `/assessments/${recorded.assessmentId}`, notice: 'The assessment is recorded.' };
    },
  },
});
