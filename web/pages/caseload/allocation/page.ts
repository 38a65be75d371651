import type { z } from 'zod';
import { caseParams } from '../../../../contracts/address.ts';
import { isProblem, problem } from '../../../../contracts/problemCode.ts';
import { allocationSchema } from '../../../../contracts/support.ts';
import { caseCommands } from '../../../../usecases/commands/caseCommands.ts';
import { ownServices } from '../../../../usecases/idva/ownServices.ts';
import { suggestAdvisers } from '../../../../usecases/idva/suggestAdvisers.ts';
import { sendCaseCommand } from '../../../../usecases/sendCaseCommand.ts';
import type { AnswerableField } from '../../../commandForms/commandForm.ts';
import { formPageData } from '../../../commandForms/formPageData.ts';
import { missingWords } from '../../../commandForms/missingWords.ts';
import { readCommandFields } from '../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../definePage.ts';
import { adviserKindLabels, adviserWords } from '../../../wording/advisers.ts';
import { choicesOf } from '../../../wording/labels.ts';

const fields: readonly AnswerableField[] = [
  { kind: 'radios', name: 'adviser', label: 'Who takes it? The best placed come first.', choices: [] },
  { kind: 'radios', name: 'kind', label: 'For which kind of support?', choices: choicesOf(adviserKindLabels) },
  {
    kind: 'text',
    name: 'reason',
    label: 'Why? (optional)',
    hint: 'Needed where the adviser has no room left, or does not speak the victim’s language.',
    max: 2_000,
    choices: [],
  },
];

type Params = z.output<typeof caseParams>;

/** Who of the service can best take a case, and gives it to them. */
export const allocationPage = definePage<Params, unknown, z.output<typeof allocationSchema>>({
  path: '/caseload/allocation/:reference',
  permission: 'manageService',
  audit: 'readAdvisers',
  params: caseParams,
  view: 'formPage.njk',
  show: async ({ actor, params, route, now }, deps) => {
    for (const service of await ownServices(deps, actor)) {
      const suggested = await suggestAdvisers(deps, actor, route, { service, reference: params.reference });
      if (isProblem(suggested)) continue;
      const choices = suggested.items.map((adviser) => ({
        value: adviser.practitionerId,
        text: adviser.name,
        hint: adviserWords(adviser, now),
      }));
      const asked = fields.map((field) => (field.name === 'adviser' ? { ...field, choices } : field));
      const back = { text: 'Caseload', href: '/caseload' };
      const data = formPageData({
        back,
        caption: `Case ${params.reference}`,
        fields: asked,
        button: 'Give it to them',
      });
      return { ok: true, title: 'Choose an adviser', data, values: { kind: 'community' } };
    }
    return problem('NOT_FOUND');
  },
  form: {
    schema: allocationSchema,
    read: (typed) => readCommandFields({ fields }, typed),
    missing: missingWords({ fields }),
    act: async ({ actor, route, key, bodyHash, params, body }, deps) => {
      const command = caseCommands.find(({ type }) => type === 'allocateAdviser');
      if (!command) throw new Error('There is no command to allocate an adviser.');
      const address = { reference: params.reference, subjectId: null, expectedRevision: null };
      const result = await sendCaseCommand(deps, { actor, route, key, bodyHash }, command, address, body);
      if (!result.ok) return result;
      return result.status === 'pending'
        ? { ok: true, to: '/caseload', pending: result.command.id }
        : { ok: true, to: '/caseload', notice: `Case ${params.reference} has an adviser.` };
    },
  },
});
