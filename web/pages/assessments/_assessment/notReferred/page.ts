import { problem } from '../../../../../contracts/problemCode.ts';
import { notReferredSchema } from '../../../../../contracts/loneAssessment.ts';
import { decideNotReferred } from '../../../../../usecases/assessments/decideNotReferred.ts';
import { readAssessment } from '../../../../../usecases/assessments/readAssessment.ts';
import { reason } from '../../../../commandForms/commandForm.ts';
import { formPageData } from '../../../../commandForms/formPageData.ts';
import { missingWords } from '../../../../commandForms/missingWords.ts';
import { readCommandFields } from '../../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../../definePage.ts';
import { assessmentParams } from '../assessmentParams.ts';

const fields = [{ ...reason, label: 'Why does it lead to no referral?' }];

/** A named person's decision that an assessment graded high leads to no referral. */
export const notReferredPage = definePage({
  path: '/assessments/:assessment/not-referred',
  permission: 'settleAssessment',
  audit: 'decideNotReferred',
  params: assessmentParams,
  view: 'formPage.njk',
  show: async ({ actor, params, route }, deps) => {
    const read = await readAssessment(deps, actor, route, params.assessment);
    if (!read.ok) return read;
    if (!read.maySettle) return problem('NOT_FOUND');
    const here = `/assessments/${params.assessment}`;
    if (read.view.status !== 'open') return { ok: true, goTo: here };
    const data = formPageData({
      back: { text: 'The assessment', href: here },
      before:
        'Every assessment graded high, and the last of several events that come together to potential escalation, goes to a MARAC unless somebody answers for it that it does not. Your name and your reason stand with the decision.',
      fields: fields.map((field) => ({ ...field, choices: [] })),
      withWhen: true,
      button: 'Record the decision',
    });
    return { ok: true, title: 'Decide that it leads to no referral', data };
  },
  form: {
    schema: notReferredSchema,
    read: (typed) => readCommandFields({ fields }, typed),
    missing: missingWords({ fields }),
    act: async ({ actor, params, route, key, bodyHash, body }, deps) => {
      const decided = await decideNotReferred(deps, { actor, route, key, bodyHash }, params.assessment, body);
      if (!decided.ok) return decided;
      return { ok: true, to: `/assessments/${params.assessment}`, notice: 'The decision is recorded.' };
    },
  },
});
