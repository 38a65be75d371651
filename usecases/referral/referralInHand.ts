import type { Actor } from '../../domain/access/actor.ts';
import { undecidedReferral } from '../../store/commands/findCommand.ts';
import type { Dependencies } from '../dependencies.ts';

/** The command of a referral that somebody sent under a reference and that has not been decided yet: there is no case of it so far. */
export async function referralInHand({ store }: Dependencies, actor: Actor, reference: string): Promise<string | null> {
  const sent = await undecidedReferral(store.prisma, actor.practitionerId, reference);
  return sent?.id ?? null;
}
