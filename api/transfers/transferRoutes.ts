import { z } from 'zod';
import { openTransferView, transferPackView } from '../../contracts/views/transferView.ts';
import { listTransfers } from '../../usecases/transfers/listTransfers.ts';
import { readTransferPack, transferPackFile } from '../../usecases/transfers/readTransferPack.ts';
import { found } from '../answers.ts';
import { defineRoute } from '../defineRoute.ts';
import { transferParams } from '../../contracts/address.ts';
import { fileReply, wordAnswer } from '../wordFiles.ts';

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
    schema: { params: transferParams },
    answers: [{ status: 200, description: 'The pack.', schema: transferPackView }],
    handler: async ({ actor, route, params }, deps) => {
      const read = await readTransferPack(deps, { actor, route, reference: params.reference }, params.transferId);
      return read.ok ? found(read.view) : read;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cases/:reference/transfers/:transferId/pack/word',
    summary: 'What was sent with a transfer, as a Word file for a MARAC outside this system',
    tag: 'Cases',
    permission: 'readTransferPack',
    audit: 'readTransferPack',
    schema: { params: transferParams },
    answers: [wordAnswer],
    handler: async ({ actor, route, params: { reference, transferId } }, deps) =>
      fileReply(await transferPackFile(deps, { actor, route, reference }, transferId)),
  }),
];
