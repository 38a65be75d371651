import type { PersonIdentity } from '../../domain/people/identity.ts';
import { formsToLookFor, matchReasons, type MatchReason } from '../../domain/people/matchForms.ts';
import type { Sealing } from '../content/sealing.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { matchKey } from './matchKeys.ts';

/** Of so many who share a key the surest are chosen. */
const mostLookedAt = 200;

/** Somebody on record who may be the same person, and by what; a person decides. */
export interface LikelyMatch {
  readonly personId: string;
  /** The surest first. */
  readonly reasons: readonly MatchReason[];
}

/**
 * Keeps who else on record each of these new people may be, in the transaction that puts them there. Nobody is asked about it yet:
 * that depends on which case it comes to matter to.
 */
export async function keepLikelyMatches(
  tx: Tx,
  sealing: Sealing,
  people: readonly { readonly id: string; readonly identity: PersonIdentity }[],
): Promise<void> {
  for (const { id, identity } of people) {
    const matches = (await likelyMatches(tx, sealing, identity)).filter(({ personId }) => personId !== id);
    for (const { personId: knownId, reasons } of matches)
      await tx.$executeRaw`insert into likely_match (id, person_id, known_id, reasons)
        select gen_random_uuid(), ${id}::uuid, ${knownId}::uuid, ${[...reasons]}::text[]
        where not exists (select from likely_match where person_id = ${knownId}::uuid and known_id = ${id}::uuid)
        on conflict do nothing`;
  }
}

/**
 * The people on record who may be meant, the surest first, 20 at most. Looks across every area: who may be shown them is decided
 * elsewhere. The database finds them key by key and then puts them in order: asked for the first of an order it reads everybody.
 */
export async function likelyMatches(tx: Tx, sealing: Sealing, identity: PersonIdentity): Promise<LikelyMatch[]> {
  const reasonByKey = new Map(formsToLookFor(identity).map((form) => [matchKey(sealing, form), form.reason]));
  if (reasonByKey.size === 0) return [];
  const keys = [...reasonByKey.keys()];
  const ranks = [...reasonByKey.values()].map(rank);
  const people = await tx.$queryRaw<{ id: string; matchKeys: readonly string[] }[]>(Prisma.sql`
    with found as materialized (
      select p.id, p.match_keys, min(looked_for.rank) as rank
      from unnest(${keys}::text[], ${ranks}::int[]) looked_for (key, rank)
        join person p on p.match_keys @> array[looked_for.key] group by p.id)
    select id, match_keys as "matchKeys" from found order by rank, id limit ${mostLookedAt}`);
  return people
    .map(({ id, matchKeys }) => {
      const reasons = new Set(matchKeys.flatMap((key) => reasonByKey.get(key) ?? []));
      return { personId: id, reasons: [...reasons].sort((a, b) => rank(a) - rank(b)) };
    })
    .sort((a, b) => rank(a.reasons[0]) - rank(b.reasons[0]) || b.reasons.length - a.reasons.length)
    .slice(0, 20);
}

function rank(reason: MatchReason | undefined): number {
  return reason ? matchReasons.indexOf(reason) : matchReasons.length;
}
