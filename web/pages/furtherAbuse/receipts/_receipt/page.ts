import { z } from 'zod';
import { idSchema } from '../../../../../contracts/text.ts';
import { londonDate } from '../../../../../domain/calendar/london.ts';
import { readReceipt } from '../../../../../usecases/furtherAbuse/reportReceipt.ts';
import { readPractitionerNames } from '../../../../../usecases/office/readNames.ts';
import { definePage } from '../../../../definePage.ts';
import { dayWords, momentWords } from '../../../../wording/days.ts';
import { followsWords } from './present.ts';

/** That a report has arrived and what follows. Whoever did not know that the two are known does not learn it here. */
export const furtherAbuseReceiptPage = definePage({
  path: '/further-abuse/receipts/:receipt',
  permission: 'reportFurtherAbuse',
  audit: 'readOwnReport',
  params: z.object({ receipt: idSchema }),
  view: 'furtherAbuse/receipts/_receipt/view.njk',
  show: async ({ actor, params, now, route }, deps) => {
    const receipt = await readReceipt(deps, actor, route, params.receipt);
    if (!receipt.ok) return receipt;
    const nameOf = await readPractitionerNames(deps, [actor.practitionerId]);
    const data = {
      rows: [
        { key: 'It happened on', value: dayWords(londonDate(receipt.incidentAt), londonDate(now)) },
        { key: 'Received', value: momentWords(receipt.receivedAt, now) },
        { key: 'Sent by', value: nameOf(actor.practitionerId) ?? '' },
        { key: 'Number', value: params.receipt },
      ],
      follows: receipt.ledTo && followsWords(receipt.ledTo),
    };
    return { ok: true, title: 'Further abuse reported', data };
  },
});
