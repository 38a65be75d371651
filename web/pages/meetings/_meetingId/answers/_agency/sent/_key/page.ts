import { z } from 'zod';
import { isProblem } from '../../../../../../../../contracts/problemCode.ts';
import { answersGiven } from '../../../../../../../../usecases/meetings/answerAtOnce.ts';
import { definePage } from '../../../../../../../definePage.ts';
import { statusOfOne } from '../../../../../../../wording/bulk.ts';
import { counted } from '../../../../../../../wording/days.ts';
import { agencyAtMeetingParams } from '../../../../meetingParams.ts';
import { nothingKnownPage } from '../../nothingKnown/page.ts';
import { answersPage } from '../../page.ts';

const sentBy = [answersPage, nothingKnownPage].map(({ path }) => `page POST ${path}`);

/** What became of each answer that was given at once; read from what was recorded, so that it can be opened again at any time. */
export const answersSentPage = definePage({
  path: '/meetings/:meetingId/answers/:agency/sent/:key',
  permission: 'returnResearch',
  audit: 'readAnswersGiven',
  params: agencyAtMeetingParams.extend({ key: z.uuid() }),
  view: 'meetings/_meetingId/answers/_agency/sent/_key/view.njk',
  show: async ({ actor, params: { meetingId, agency, key }, route }, deps) => {
    const given = await answersGiven(deps, actor, meetingId, { sentBy, key, route });
    if (isProblem(given)) return given;
    const { rows } = given;
    const address = `/meetings/${meetingId}`;
    const data = {
      rows: rows.map(({ reference, status, problem }) => ({
        ...{ reference, problem, status: statusOfOne[status] },
        href: status === 'refused' ? `${address}/research/${reference}` : `/cases/${reference}`,
      })),
      waiting: rows.some(({ status }) => status === 'waiting'),
      summary: `${String(rows.filter(({ status }) => status === 'done').length)} of ${counted(rows.length, 'answer')} kept`,
      ...{ address, goOnHref: `${address}/answers/${agency}` },
    };
    return { ok: true, title: 'What became of each answer', data };
  },
});
