import { mayDo } from '../../../../domain/access/mayDo.ts';
import { readAssessment } from '../../../../usecases/assessments/readAssessment.ts';
import { readNames, readPractitionerNames } from '../../../../usecases/office/readNames.ts';
import { definePage } from '../../../definePage.ts';
import { assessmentParams } from './assessmentParams.ts';
import { presentAssessment } from './present.ts';
import { serviceHas, stepsOf } from './steps.ts';

/** One assessment that stands alone: what it says, by when it is to be referred, and what can be done with it. */
export const assessmentPage = definePage({
  path: '/assessments/:assessment',
  permission: 'readAssessments',
  audit: 'readAssessments',
  params: assessmentParams,
  view: 'assessments/_assessment/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const read = await readAssessment(deps, actor, route, params.assessment);
    if (!read.ok) return read;
    const { view, mayAnswer } = read;
    const [names, nameOf] = await Promise.all([readNames(deps), readPractitionerNames(deps, [view.settledById])]);
    const here = `/assessments/${view.assessmentId}`;
    const mayRefer = view.status !== 'referred' && mayDo(actor, 'submitReferral', null);
    const steps = stepsOf(read).map(({ text, below }) => ({ text, href: `${here}${below}` }));
    const isTheirs = mayAnswer && serviceHas(view);
    const data = {
      ...presentAssessment(view, { names, nameOf, now }),
      links: [
        ...(isTheirs ? steps : []),
        ...(mayRefer ? [{ text: 'Make a referral of it', href: `${here}/referral` }] : []),
        ...(isTheirs ? [] : steps),
      ],
      // An assessment says nothing of how contact is safe, and whoever takes it on may be the first to try.
      askFirst: isTheirs
        ? `Nothing here says how contact is safe. Ask ${names.agency(view.agency) ?? 'the agency that assessed'} before anybody tries to reach the victim.`
        : null,
    };
    return { ok: true, title: 'An assessment without a referral', data };
  },
});
