import { z } from 'zod';
import { readAssessment } from '../../../../../usecases/assessments/readAssessment.ts';
import { beginDraft } from '../../../../../usecases/referral/referralDrafts.ts';
import { formPageData } from '../../../../commandForms/formPageData.ts';
import { definePage } from '../../../../definePage.ts';
import { assessmentParams } from '../assessmentParams.ts';
import { referralFrom } from '../present.ts';

/** Begins a referral with what an assessment says; once it is sent, the duty to refer ends by itself. */
export const referralOfAssessmentPage = definePage({
  path: '/assessments/:assessment/referral',
  permission: 'submitReferral',
  audit: 'openReferralForm',
  params: assessmentParams,
  view: 'formPage.njk',
  show: async ({ actor, params, route }, deps) => {
    const read = await readAssessment(deps, actor, route, params.assessment);
    if (!read.ok) return read;
    const here = `/assessments/${params.assessment}`;
    if (read.view.status === 'referred') return { ok: true, goTo: here };
    const data = formPageData({
      back: { text: 'The assessment', href: here },
      before:
        'A referral is begun with the two people, the grade and the answers of this assessment. You add what is missing, check it and send it; until then the assessment waits.',
      fields: [],
      button: 'Begin the referral',
    });
    return { ok: true, title: 'Make a referral of it', data };
  },
  form: {
    schema: z.object({}),
    act: async ({ actor, params, route, key }, deps) => {
      const read = await readAssessment(deps, actor, route, params.assessment);
      if (!read.ok) return read;
      const begun = await beginDraft(deps, { actor, route, key }, referralFrom(read.view));
      return begun.ok ? { ok: true, to: `/refer/drafts/${begun.draftId}/known` } : begun;
    },
  },
});
