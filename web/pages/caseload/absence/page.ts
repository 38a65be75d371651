import { z } from 'zod';
import { absenceSchema } from '../../../../contracts/idva.ts';
import { isProblem, problem } from '../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../contracts/text.ts';
import { serviceOfAdviser } from '../../../../usecases/idva/serviceOfAdviser.ts';
import { enterAbsence } from '../../../../usecases/idva/serviceStaff.ts';
import type { AnswerableField } from '../../../commandForms/commandForm.ts';
import { formPageData } from '../../../commandForms/formPageData.ts';
import { missingWords } from '../../../commandForms/missingWords.ts';
import { readCommandFields } from '../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../definePage.ts';
import { choicesOfPeople } from '../choicesOfPeople.ts';

const fields: readonly AnswerableField[] = [
  { kind: 'person', name: 'practitioner', label: 'Who is away?', choices: [] },
  { kind: 'date', name: 'from', label: 'First day away', choices: [] },
  { kind: 'date', name: 'until', label: 'Last day away', choices: [] },
  {
    kind: 'person',
    name: 'cover',
    label: 'Who stands in? (optional)',
    hint: 'They see the cases, have the tasks and get the mail on these days.',
    choices: [],
  },
];

/** Enters that somebody of the service is away, and who stands in. */
export const absencePage = definePage({
  path: '/caseload/absence',
  permission: 'manageService',
  audit: 'enterAbsence',
  query: z.object({ who: idSchema.optional() }),
  view: 'formPage.njk',
  show: async ({ actor, query, route }, deps) => {
    const people = await choicesOfPeople(deps, actor, route);
    if (isProblem(people)) return people;
    const asked = fields.map((field) => (field.kind === 'person' ? { ...field, choices: people.choices } : field));
    const back = { text: 'Caseload', href: '/caseload' };
    const data = formPageData({ back, fields: asked, button: 'Enter the absence' });
    return { ok: true, title: 'Somebody is away', data, values: query.who ? { practitioner: query.who } : {} };
  },
  form: {
    schema: absenceSchema,
    read: (typed) => readCommandFields({ fields }, typed),
    missing: missingWords({ fields }),
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const service = await serviceOfAdviser(deps, actor, body.practitioner);
      if (service === null) return problem('NOT_OF_THE_SERVICE');
      const entered = await enterAbsence(deps, { actor, route, key, bodyHash }, service, body);
      return entered.ok ? { ok: true, to: '/caseload', notice: 'The absence is entered.' } : entered;
    },
  },
});
