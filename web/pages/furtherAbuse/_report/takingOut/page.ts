import { takeOutReportSchema } from '../../../../../contracts/closing.ts';
import { problem } from '../../../../../contracts/problemCode.ts';
import { readReport } from '../../../../../usecases/furtherAbuse/readReport.ts';
import { takeOutReport } from '../../../../../usecases/furtherAbuse/takeOutReport.ts';
import { reason, type AnswerableField } from '../../../../commandForms/commandForm.ts';
import { formPageData } from '../../../../commandForms/formPageData.ts';
import { missingWords } from '../../../../commandForms/missingWords.ts';
import { readCommandFields } from '../../../../commandForms/readCommandFields.ts';
import { definePage } from '../../../../definePage.ts';
import { reportParams } from '../reportParams.ts';

const fields: readonly AnswerableField[] = [
  { ...reason, label: 'How do you know that it is about other people?', choices: [] },
];

const whatFollows =
  'The report waits for a person again, among what is stuck, until somebody says whom it means. A repeat that was opened for it is no repeat any more, and the flag runs as it had before. If nothing but a place on a list has come of that repeat it ends; if somebody was asked for something, told of a child, or has tried to reach the victim, it stays, and you decide what becomes of it.';

/** A named person says that a report which a case has recorded is about other people. */
export const takeOutReportPage = definePage({
  path: '/further-abuse/:report/taking-out',
  permission: 'settleReport',
  audit: 'takeOutReport',
  params: reportParams,
  view: 'formPage.njk',
  show: async ({ actor, params, route }, deps) => {
    const read = await readReport(deps, actor, route, params.report);
    if (!read.ok) return read;
    if (!read.mayTakeOut) return problem('NOT_FOUND');
    const data = formPageData({
      back: { text: 'The report', href: `/further-abuse/${params.report}` },
      before: whatFollows,
      fields,
      button: 'Take the report out',
    });
    return { ok: true, title: `Take the report out of case ${read.view.reference}`, data };
  },
  form: {
    schema: takeOutReportSchema,
    read: (typed) => readCommandFields({ fields }, typed),
    missing: missingWords({ fields }),
    act: async ({ actor, route, key, bodyHash, params, body }, deps) => {
      const result = await takeOutReport(deps, { actor, route, key, bodyHash }, params.report, body);
      if (!result.ok) return result;
      const to = `/further-abuse/${params.report}`;
      if (result.status === 'pending') return { ok: true, to, pending: result.command.id };
      return { ok: true, to, notice: 'The report is taken out, and waits for a person again.' };
    },
  },
});
