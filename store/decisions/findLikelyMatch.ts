import type { Occurred } from '../../domain/calendar/time.ts';
import type { LikelyMatchFound } from '../../domain/completion/completeMatch.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import type { MatchAnswer } from '../../domain/lifecycle/facts/samePeople.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { lockPairsOf } from './lockPair.ts';
import type { OpenCase } from './openCase.ts';

interface Found {
  readonly found: LikelyMatchFound | null;
  /** It is no match of this case, or stands decided so already: then nothing changes, and the decision is refused. */
  readonly stands: boolean;
}

/**
 * Takes the match somebody decides about, with every pair its two people are in, and lays the answer down at once: whether the
 * case is a repeat is asked in the same transaction, and has to count them as one person, or as two. The decision that is then
 * recorded lays down the same.
 */
export async function findLikelyMatch(
  tx: Tx,
  { caseId, standing }: OpenCase,
  { asks }: Proposal,
  { at }: Occurred,
): Promise<Found | null> {
  const ask = asks.find(({ type }) => type === 'decideMatch');
  if (ask?.type !== 'decideMatch' || !standing) return null;
  const { matchId: id, answer } = ask;
  const [match] = await tx.$queryRaw<{ personId: string; knownId: string; answer: MatchAnswer | null }[]>`
    select person_id as "personId", known_id as "knownId", answer from likely_match
    where id = ${id}::uuid and noted_at is not null for update`;
  const here = [standing.victimId, standing.perpetratorId];
  if (!match || !(here.includes(match.personId) || here.includes(match.knownId))) return { found: null, stands: true };
  if (match.answer === answer) return { found: { answer }, stands: true };
  await lockPairsOf(tx, [match.personId, match.knownId]);
  await tx.likelyMatch.update({ where: { id }, data: { answer, decidedAt: fromInstant(at), byCaseId: caseId } });
  return { found: { answer: match.answer }, stands: false };
}
