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
  view: 'formPage.njk',
  show: async ({ actor, params, now }, deps) => {
    const message = await stuckDelivery(deps, actor, params.deliveryId);
    if (!message) return problem('NOT_FOUND');
    const [names, nameOf] = await Promise.all([readNames(deps), readPractitionerNames(deps, [message.recipientId])]);
    const back = { text: 'Deliveries', href: '/deliveries' };
    const about = presentDelivery(message, { names, nameOf, now });
    const data = formPageData({ back, about: aboutMessage(about), fields, button: 'Do it' });
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

/** What the message says, about what, to whom, and why it failed. */
function aboutMessage(message: ReturnType<typeof presentDelivery>) {
  const { reference, meeting, meetingHref } = message;
  const matter =
    reference === null ? { value: meeting, href: meetingHref } : { value: reference, href: `/cases/${reference}` };
  return [
    { key: 'What it says', value: message.what },
    { key: 'About', ...matter },
    { key: 'Area', value: message.area },
    { key: 'To', value: message.to },
    { key: 'As', value: message.asRole },
    { key: 'When', value: message.when },
    { key: 'Tried', value: message.tries },
    { key: 'Why it failed', value: message.error },
  ];
}
