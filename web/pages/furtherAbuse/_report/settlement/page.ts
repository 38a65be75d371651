import { settleReportSchema } from '../../../../../contracts/closing.ts';
import { problem } from '../../../../../contracts/problemCode.ts';
import { readReport } from '../../../../../usecases/furtherAbuse/readReport.ts';
import { settleReport } from '../../../../../usecases/furtherAbuse/settleReport.ts';
import { reason, type AnswerableField } from '../../../../commandForms/commandForm.ts';
import { formPageData } from '../../../../commandForms/formPageData.ts';
import { missingWords } from '../../../../commandForms/missingWords.ts';
import { readCommandFields } from '../../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../../definePage.ts';
import { settlementLabels } from '../../../../wording/furtherAbuse.ts';
import { reportParams } from '../reportParams.ts';

const fields: readonly AnswerableField[] = [
  {
    kind: 'radios',
    name: 'as',
    label: 'What becomes of the report?',
    choices: [
      {
        value: 'matched',
        text: settlementLabels.matched,
        hint: 'It goes on the record of that case. If it happened while the flag of the two ran, it is a repeat and is listed.',
      },
      {
        value: 'knownAlready',
        text: settlementLabels.knownAlready,
        hint: 'The same incident was reported or referred before.',
      },
      { value: 'notOurs', text: settlementLabels.notOurs, hint: 'You found out who they are, or that nobody can.' },
    ],
  },
  {
    kind: 'line',
    name: 'reference',
    label: 'The reference of the case',
    hint: 'Such as KMT4-9RQX. A case in another area is matched by those who see it.',
    only: { name: 'as', is: 'matched' },
    choices: [],
  },
  { ...reason, label: 'Why, and how do you know?', choices: [] },
];

/** A named person says what becomes of a report of further abuse that no case could record by itself. */
export const settleReportPage = definePage({
  path: '/further-abuse/:report/settlement',
  permission: 'settleReport',
  audit: 'settleReport',
  params: reportParams,
  view: 'formPage.njk',
  show: async ({ actor, params, route }, deps) => {
    const read = await readReport(deps, actor, route, params.report);
    if (!read.ok) return read;
    const here = `/further-abuse/${params.report}`;
    if (read.view.settled !== null) return { ok: true, goTo: here };
    if (!read.maySettle) return problem('NOT_FOUND');
    const data = formPageData({
      back: { text: 'The report', href: here },
      before:
        'This is done once. Matched with a case, it is seen to there; otherwise nobody looks at it again, so where somebody may be in danger and has no case, refer them first. Your name and your reason stay with the report.',
      fields,
      button: 'Settle the report',
    });
    return { ok: true, title: 'Settle a report of further abuse', data };
  },
  form: {
    schema: settleReportSchema,
    read: (typed) => readCommandFields({ fields }, typed),
    missing: missingWords({ fields }),
    act: async ({ actor, route, key, bodyHash, params, body }, deps) => {
      const settled = await settleReport(deps, { actor, route, key, bodyHash }, params.report, body);
      if (!settled.ok) return settled;
      const notice = settled.reference === null ? 'The report is settled.' : `Matched with case ${settled.reference}.`;
      return { ok: true, to: `/further-abuse/${params.report}`, notice };
    },
  },
});
