import { z } from 'zod';
import { caseloadHandoverSchema } from '../../../../contracts/idva.ts';
import { isProblem, problem } from '../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../contracts/text.ts';
import { handOverCaseload } from '../../../../usecases/idva/handOverCaseload.ts';
import { serviceOfAdviser } from '../../../../usecases/idva/serviceOfAdviser.ts';
import { reason, type AnswerableField } from '../../../commandForms/commandForm.ts';
import { formPageData } from '../../../commandForms/formPageData.ts';
import { missingWords } from '../../../commandForms/missingWords.ts';
import { readCommandFields } from '../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../definePage.ts';
import { choicesOfPeople } from '../choicesOfPeople.ts';

const fields: readonly AnswerableField[] = [
  { kind: 'person', name: 'from', label: 'Whose caseload?', choices: [] },
  { kind: 'person', name: 'to', label: 'Who takes it?', choices: [] },
  { ...reason, choices: [] },
];

/** Gives everything an adviser has to another; how far it has come stands on a page of its own. */
export const handoverPage = definePage({
  path: '/caseload/handover',
  permission: 'manageService',
  audit: 'handOverCaseload',
  query: z.object({ from: idSchema.optional() }),
  view: 'formPage.njk',
  show: async ({ actor, query, route }, deps) => {
    const people = await choicesOfPeople(deps, actor, route);
    if (isProblem(people)) return people;
    const data = formPageData({
      back: { text: 'Caseload', href: '/caseload' },
      before:
        'Every case in which they support somebody goes to the other adviser, one by one. It goes on by itself, whatever happens meanwhile, and says of each case what became of it.',
      fields: fields.map((field) => (field.kind === 'person' ? { ...field, choices: people.choices } : field)),
      button: 'Hand over the caseload',
    });
    return { ok: true, title: 'Hand over a whole caseload', data, values: query.from ? { from: query.from } : {} };
  },
  form: {
    schema: caseloadHandoverSchema,
    read: (typed) => readCommandFields({ fields }, typed),
    missing: missingWords({ fields }),
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const service = await serviceOfAdviser(deps, actor, body.from);
      if (service === null) return problem('NOT_OF_THE_SERVICE');
      const begun = await handOverCaseload(deps, { actor, route, key, bodyHash }, service, body);
      return begun.ok ? { ok: true, to: `/caseload/${service}/handovers/${begun.view.handoverId}` } : begun;
    },
  },
});
