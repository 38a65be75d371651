import { z } from 'zod';
import { idSchema } from '../../contracts/text.ts';
import { openTransferView, transferPackView } from '../../contracts/views/transferView.ts';
import { listTransfers } from '../../usecases/transfers/listTransfers.ts';
import { readTransferPack } from '../../usecases/transfers/readTransferPack.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { referenceParam } from '../../contracts/address.ts';

/** Transfers as both sides see them; sending, answering and withdrawing are commands about the case. */
export const transferRoutes = [
  defineRoute({
    method: 'get',
    path: '/transfers',
    summary: 'Transfers under way from and to your areas, the oldest first',
    tag: 'Boards',
    permission: 'readTransfers',
    audit: 'readTransfers',
    schema: {},
    answers: [{ status: 200, description: 'Open transfers.', schema: z.object({ items: z.array(openTransferView) }) }],
    handler: async ({ actor, route }, deps) => found({ items: await listTransfers(deps, actor, route) }),
  }),
  defineRoute({
    method: 'get',
    path: '/cases/:reference/transfers/:transferId/pack',
    summary: 'What was sent with a transfer: referral, minutes, open actions as they stood',
    tag: 'Cases',
    permission: 'readTransferPack',
    audit: 'readTransferPack',
    schema: { params: z.object({ reference: referenceParam, transferId: idSchema }) },
    answers: [{ status: 200, description: 'The pack.', schema: transferPackView }],
    handler: async ({ actor, route, params }, deps) => {
      const read = await readTransferPack(deps, { actor, route, reference: params.reference }, params.transferId);
      return read.ok ? found(read.view) : read;
    },
  }),
];
