import { isProblem, problem } from '../../contracts/problemCode.ts';
import type { ReferralBody } from '../../contracts/referral.ts';
import { mayDo } from '../../domain/access/mayDo.ts';
import { noteDraftSent, reopenReferralDraft, type ReferralDraft } from '../../store/referral/referralDrafts.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { sendCommand, type CommandResult } from '../sendCommand.ts';
import { prepareReferral } from './submitReferral.ts';

/**
 * Sends a draft as the referral its author has checked. The draft is emptied in the transaction that stages the
 * referral, and its version is the key: pressed twice, in two windows, or again after a crash it is one referral.
 */
export async function sendDraft(
  deps: Dependencies,
  request: CommandRequest,
  { id, version, answers }: ReferralDraft,
  body: ReferralBody,
): Promise<CommandResult> {
  const { actor } = request;
  if (!mayDo(actor, 'submitReferral', null)) return problem('NOT_ALLOWED');
  const own = { id, practitionerId: actor.practitionerId };
  const once = { ...request, key: `referral-draft/${id}/${version}` };
  const result = await sendCommand(deps, once, async (commandId) => {
    const prepared = await prepareReferral(deps, actor, body, commandId, false);
    if (isProblem(prepared)) return prepared;
    return {
      ...prepared,
      write: async (tx) => {
        const written = await prepared.write(tx);
        if (isProblem(written)) return written;
        const isSent = await noteDraftSent(tx, { ...own, version, reference: prepared.reference });
        return isSent ? written : problem('CHANGED_MEANWHILE');
      },
    };
  });
  // Refused by the case itself it was emptied already, and what was typed must not be lost with it.
  if (!result.ok) await reopenReferralDraft(deps.store.prisma, deps.sealing, { ...own, answers });
  return result;
}
