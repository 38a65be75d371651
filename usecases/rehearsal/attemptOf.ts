import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { RehearsedRequest } from '../../contracts/rehearsal.ts';
import { findCommand, isSentByAnother } from '../../store/commands/findCommand.ts';
import type { StoredCommand } from '../../store/commands/storedCommand.ts';
import { bodyHashOf } from '../requestIdentity.ts';
import { sentTo } from './sentTo.ts';
import type { Rehearsal, SoFar } from './soFar.ts';

/** How often a request was sent before, and what became of it the last time. */
export type Attempt = { readonly key: string } & (
  | { readonly was: 'recorded'; readonly command: StoredCommand }
  | { readonly was: 'waiting' | 'new' }
  | (RequestProblem & { readonly was: 'another' })
);

/**
 * Looks for a request among what was sent before. A refusal is an answer that is kept under its key: what was refused is
 * sent anew under a key of its own. What was recorded and reads otherwise now is another request. The key of a row is the same for
 * whoever sends it: what somebody else has sent of it would be recorded once more.
 */
export async function attemptOf(
  { tx, actor, serviceId }: Rehearsal,
  { known, revision }: SoFar,
  request: RehearsedRequest,
  madeId: string,
): Promise<Attempt> {
  const { key, by, body, path, withVersion } = request;
  const actorId = by === 'marac' ? actor.practitionerId : serviceId;
  const sent = sentTo(path);
  if (actorId === null || sent === null) return { key, was: 'new' };
  for (let attempt = 1; ; attempt += 1) {
    const keyOfIt = keyOf(key, attempt);
    const command = await findCommand(tx, { actorId, route: sent.route, key: keyOfIt });
    if (command === null || (known !== null && command.caseId !== known.id)) {
      const others = { actorId, route: sent.route, keys: keysOf(key), caseId: known?.id ?? null };
      const isAnothers = await isSentByAnother(tx, others);
      return { key: keyOfIt, ...(isAnothers ? { was: 'another', ...problem('SENT_BY_ANOTHER') } : { was: 'new' }) };
    }
    if (command.answer === null) return { key: keyOfIt, was: 'waiting' };
    if (!command.answer.ok) continue;
    const version = withVersion ? `"${String(revision)}"` : null;
    const address = sent.address(known?.reference ?? '', madeId);
    return command.bodyHash === bodyHashOf(address, version, body)
      ? { key: keyOfIt, was: 'recorded', command }
      : { key: keyOfIt, was: 'another', ...problem('KEY_REUSED') };
  }
}

/** The key of a request that is sent for the first time, and of one that was refused so many times less one. */
function keyOf(key: string, attempt: number): string {
  return attempt === 1 ? key : `${key}~${String(attempt)}`;
}

/** The keys under which somebody else may have sent it: nobody goes on after so many refusals. */
function keysOf(key: string): readonly string[] {
  return Array.from({ length: 20 }, (_, before) => keyOf(key, before + 1));
}
