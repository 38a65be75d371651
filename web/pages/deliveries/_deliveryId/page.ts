import { z } from 'zod';
import { problem } from '../../../../contracts/problemCode.ts';
import { idSchema } from '../../../../contracts/text.ts';
import { stuckDelivery } from '../../../../usecases/deliveries/deliveryBoard.ts';
import { retryDelivery, settleDelivery } from '../../../../usecases/deliveries/deliveries.ts';
import { readNames, readPractitionerNames } from '../../../../usecases/office/readNames.ts';
import type { AnswerableField } from '../../../commandForms/commandForm.ts';
import { formPageData } from '../../../commandForms/formPageData.ts';
import { missingWords } from '../../../commandForms/missingWords.ts';
import { definePage } from '../../../definePage.ts';
import { presentDelivery } from '../present.ts';

const fields: readonly AnswerableField[] = [
  {
    kind: 'radios',
    name: 'what',
    label: 'What do you do with it?',
    choices: [
      { value: 'retry', text: 'Send it again', hint: 'To the address its recipient has by now.' },
      { value: 'settled', text: 'They were told in another way', hint: 'It leaves the list of what is stuck.' },
    ],
  },
];

/** A message that did not get through: it is sent again, or its recipient was told. */
export const deliveryPage = definePage({
  path: '/deliveries/:deliveryId',
  permission: 'settleDelivery',
  audit: 'settleDelivery',
  params: z.object({ deliveryId: idSchema }),
  view: 'deliveries/_deliveryId/view.njk',
  show: async ({ actor, params, now }, deps) => {
    const message = await stuckDelivery(deps, actor, params.deliveryId);
    if (!message) return problem('NOT_FOUND');
    const [names, nameOf] = await Promise.all([readNames(deps), readPractitionerNames(deps, [message.recipientId])]);
    const back = { text: 'Deliveries', href: '/deliveries' };
    const data = {
      ...formPageData({ back, fields, button: 'Do it' }),
      message: presentDelivery(message, { names, nameOf, now }),
    };
    return { ok: true, title: 'A message that did not get through', data };
  },
  form: {
    schema: z.strictObject({ what: z.enum(['retry', 'settled']) }),
    missing: missingWords({ fields }),
    act: async ({ actor, route, key, bodyHash, params, body }, deps) => {
      const request = { actor, route, key, bodyHash };
      const again = body.what === 'retry';
      const done = await (again ? retryDelivery : settleDelivery)(deps, request, params.deliveryId);
      if (!done.ok) return done;
      return again
        ? { ok: true, to: '/deliveries?status=waiting', notice: 'The message goes out again.' }
        : { ok: true, to: '/deliveries', notice: 'The message is settled.' };
    },
  },
});
