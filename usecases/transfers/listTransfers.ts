import type { OpenTransferView } from '../../contracts/views/transferView.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { openTransfers } from '../../store/transfers/findTransfers.ts';
import type { Dependencies } from '../dependencies.ts';
import { readCodes } from '../office/codes.ts';

/** More transfers than this are never open at once. */
const most = 500;

/** Transfers under way, from and to the areas of whoever asks: by reference, without a name. */
export async function listTransfers(
  deps: Dependencies,
  actor: Actor,
  route: string,
): Promise<readonly OpenTransferView[]> {
  const { prisma } = deps.store;
  const [codes, open] = await Promise.all([readCodes(deps), openTransfers(prisma, actor, most)]);
  const access = { actorId: actor.practitionerId, event: 'readTransfers', route, caseId: null };
  await recordAccess(prisma, { ...access, outcome: 'shown', at: deps.clock.now() });
  return open.map(({ fromAreaId, toAreaId, ...rest }) => {
    return { ...rest, from: codes.area(fromAreaId), to: toAreaId === null ? null : codes.area(toAreaId) };
  });
}
