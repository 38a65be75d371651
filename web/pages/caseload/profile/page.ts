import { z } from 'zod';
import { adviserProfileSchema } from '../../../../contracts/idva.ts';
import { isProblem, problem } from '../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../contracts/text.ts';
import { serviceOfAdviser } from '../../../../usecases/idva/serviceOfAdviser.ts';
import { setAdviserProfile } from '../../../../usecases/idva/serviceStaff.ts';
import { suggestAdvisers } from '../../../../usecases/idva/suggestAdvisers.ts';
import type { AnswerableField } from '../../../commandForms/commandForm.ts';
import { formPageData } from '../../../commandForms/formPageData.ts';
import { missingWords } from '../../../commandForms/missingWords.ts';
import { readCommandFields } from '../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../definePage.ts';
import { typed } from '../../../form/dates.ts';
import { adviserKindLabels } from '../../../wording/advisers.ts';
import { choicesOf } from '../../../wording/labels.ts';

const fields: readonly AnswerableField[] = [
  {
    kind: 'number',
    name: 'ftePercent',
    label: 'Part of a full post, in per cent',
    hint: '60 for three days of five.',
    choices: [],
  },
  { kind: 'checkboxes', name: 'kinds', label: 'Kinds of support', choices: choicesOf(adviserKindLabels) },
  {
    kind: 'line',
    name: 'languages',
    label: 'Languages beside English (optional)',
    hint: 'With a comma between two.',
    choices: [],
  },
];

/** How much of a post an adviser has, which kinds of support they give, and in which languages. */
export const profilePage = definePage({
  path: '/caseload/profile/:adviser',
  permission: 'manageService',
  audit: 'setAdviserProfile',
  params: z.object({ adviser: idSchema }),
  view: 'formPage.njk',
  show: async ({ actor, params, route }, deps) => {
    const service = await serviceOfAdviser(deps, actor, params.adviser);
    if (service === null) return problem('NOT_FOUND');
    const advisers = await suggestAdvisers(deps, actor, route, { service });
    if (isProblem(advisers)) return advisers;
    const adviser = advisers.items.find(({ practitionerId }) => practitionerId === params.adviser);
    if (!adviser) return problem('NOT_FOUND');
    const { name, ftePercent, kinds, languages } = adviser;
    const back = { text: 'Caseload', href: '/caseload' };
    const data = formPageData({ back, caption: name, fields, button: 'Keep it' });
    const values = { ftePercent: String(ftePercent), kinds, languages: languages.join(', ') };
    return { ok: true, title: 'Post and languages', data, values };
  },
  form: {
    schema: adviserProfileSchema,
    read: (sent) => ({
      ...(readCommandFields({ fields }, sent) as object),
      languages: typed(sent, 'languages')
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    }),
    fieldOf: (at) => at.replace(/^languages\.\d+$/, 'languages'),
    missing: missingWords({ fields }),
    act: async ({ actor, route, key, bodyHash, params, body }, deps) => {
      const service = await serviceOfAdviser(deps, actor, params.adviser);
      if (service === null) return problem('NOT_FOUND');
      const whose = { service, practitionerId: params.adviser };
      const set = await setAdviserProfile(deps, { actor, route, key, bodyHash }, whose, body);
      return set.ok ? { ok: true, to: '/caseload', notice: 'It is kept.' } : set;
    },
  },
});
