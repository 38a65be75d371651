import { z } from 'zod';
import { bulkSchema, mostInBulk } from '../../../../contracts/bulk.ts';
import { idSchema } from '../../../../contracts/text.ts';
import { dutyVersion } from '../../../../usecases/bulk/dutyVersion.ts';
import { sendInBulk } from '../../../../usecases/bulk/sendInBulk.ts';
import { overdueBoard } from '../../../../usecases/clocks/overdueBoard.ts';
import { listAgencies } from '../../../../usecases/office/listOffice.ts';
import { readNames } from '../../../../usecases/office/readNames.ts';
import { listPeople } from '../../../../usecases/people/people.ts';
import type { AnswerableField, Choice, Field } from '../../../commandForms/commandForm.ts';
import { formPageData } from '../../../commandForms/formPageData.ts';
import { missingWords } from '../../../commandForms/missingWords.ts';
import { fieldOnPage, readCommandFields } from '../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../definePage.ts';
import { clockLine } from '../../../wording/clocks.ts';
import { counted } from '../../../wording/days.ts';
import { addressOf } from '../../../paging.ts';
import { boardFilter, questionOf } from '../question.ts';
import { bulkFields } from './fields.ts';
import { writeLeft } from './left.ts';

/** One thing in a list comes from an address as a text, several as a list. */
const chosenClocks = z.preprocess((value) => [value ?? []].flat(), z.array(idSchema).max(mostInBulk));

/** Several duties chosen on the board: what is done with all of them, each by a command to its own case. */
export const bulkPage = definePage({
  path: '/overdue/bulk',
  permission: 'readOverdue',
  audit: 'sendInBulk',
  query: z.object({ ...boardFilter, clock: chosenClocks }),
  view: 'overdue/bulk/view.njk',
  show: async ({ actor, query, route, now }, deps) => {
    const { clock: ids, ...filter } = query;
    const { order, group } = questionOf(filter);
    const question = { ids, order, group, after: null, limit: mostInBulk, dueWithinDays: 400 };
    const board = await overdueBoard(deps, actor, route, question);
    if (!board.ok) return board;
    const [names, agencies, people] = await Promise.all([readNames(deps), listAgencies(deps), listPeople(deps, {})]);
    const choices: Partial<Record<Field['kind'], readonly Choice[]>> = {
      agency: agencies.map(({ code, name }) => ({ value: code, text: name })),
      person: people.map(({ practitionerId, name }) => ({ value: practitionerId, text: name })),
    };
    const fields = bulkFields.map((field): AnswerableField => ({ choices: choices[field.kind] ?? [], ...field }));
    const duties = board.items.map((line) => `${line.clockId}:${dutyVersion(line)}`);
    const hidden = { clocks: duties.join(' ') };
    const back = { text: 'Overdue', href: addressOf('/overdue', filter) };
    const data = {
      ...formPageData({ back, fields, hidden, button: 'Do it with all of them' }),
      lines: board.items.map((clock) => clockLine(clock, now, names.agency)),
    };
    const title =
      board.items.length === 0 ? 'Nothing is chosen' : `${counted(board.items.length, 'duty', 'duties')} at once`;
    return { ok: true, title, data };
  },
  form: {
    schema: bulkSchema,
    read: (typed) => {
      const { clocks } = typed;
      const list = typeof clocks === 'string' && clocks !== '' ? clocks.split(' ') : [];
      const duties = list.map((each) => ({ clockId: each.split(':')[0], version: each.split(':')[1] }));
      return { ...(readCommandFields({ fields: bulkFields }, typed) as object), clocks: duties };
    },
    fieldOf: (at, typed) => fieldOnPage({ fields: bulkFields }, at, typed),
    missing: missingWords({ fields: bulkFields }),
    act: async ({ actor, route, key, bodyHash, body }, deps) => {
      const notSent = await sendInBulk(deps, { actor, route, key, bodyHash }, body);
      // What became a command is found by the key; what did not stands in the address, so that it can be tried again too.
      const left = notSent.map((each) => `left=${writeLeft(each)}`).join('&');
      return { ok: true, to: `/overdue/bulk/${key}${left === '' ? '' : `?${left}`}` };
    },
  },
});
