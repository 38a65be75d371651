import type { PersonIdentity } from '../../domain/people/identity.ts';
import { formsToLookFor, matchReasons, type MatchReason } from '../../domain/people/matchForms.ts';
import type { Sealing } from '../content/sealing.ts';
import type { Tx } from '../prismaClient.ts';
import { matchKey } from './matchKeys.ts';

/** Somebody on record who may be the same person, and by what; a person decides. */
export interface LikelyMatch {
  readonly personId: string;
  /** The surest first. */
  readonly reasons: readonly MatchReason[];
}

/** The people on record who may be meant, the surest first, 20 at most. Looks across every area: who may be shown them is decided elsewhere. */
export async function likelyMatches(tx: Tx, sealing: Sealing, identity: PersonIdentity): Promise<LikelyMatch[]> {
  const reasonByKey = new Map(formsToLookFor(identity).map((form) => [matchKey(sealing, form), form.reason]));
  if (reasonByKey.size === 0) return [];
  const people = await tx.person.findMany({
    where: { matchKeys: { hasSome: [...reasonByKey.keys()] } },
    select: { id: true, matchKeys: true },
    orderBy: { id: 'asc' },
    take: 200,
  });
  const rank = (reason: MatchReason | undefined) => (reason ? matchReasons.indexOf(reason) : matchReasons.length);
  return people
    .map(({ id, matchKeys }) => {
      const reasons = new Set(matchKeys.flatMap((key) => reasonByKey.get(key) ?? []));
      return { personId: id, reasons: [...reasons].sort((a, b) => rank(a) - rank(b)) };
    })
    .sort((a, b) => rank(a.reasons[0]) - rank(b.reasons[0]) || b.reasons.length - a.reasons.length)
    .slice(0, 20);
}
