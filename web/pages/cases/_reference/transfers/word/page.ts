import { transferParams } from '../../../../../../contracts/address.ts';
import { transferPackFile } from '../../../../../../usecases/transfers/readTransferPack.ts';
import { definePage } from '../../../../../definePage.ts';

/** What was sent with a transfer as a Word file, for those on either side of it. */
export const transferPackPage = definePage({
  path: '/cases/:reference/transfers/:transferId/pack',
  permission: 'readTransferPack',
  audit: 'readTransferPack',
  params: transferParams,
  view: 'cases/_reference/view.njk',
  show: async ({ actor, params: { reference, transferId }, route }, deps) =>
    transferPackFile(deps, { actor, route, reference }, transferId),
});
