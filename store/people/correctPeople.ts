import { createHash } from 'node:crypto';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import { refuse, type Refusal } from '../../domain/lifecycle/refusal.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Sealing } from '../content/sealing.ts';
import { ensureSubjectKeys } from '../content/subjectKeys.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { lockPeople, personPlace } from './findOrCreatePeople.ts';
import { matchKeysOf } from './matchKeys.ts';

/** Who a person on record is, as it should read. */
export interface Correction {
  readonly id: string;
  readonly personId: string;
  readonly identity: PersonIdentity;
}

/**
 * Lays a correction by: sealed as the person is, it waits for the decision that says so. Who decides holds no key, and nothing
 * about the person changes where it is refused.
 */
export async function layBy(tx: Tx, sealing: Sealing, { id, personId, identity }: Correction, now: IsoInstant) {
  await lockPeople(tx, sealing, [identity]);
  const { sealed: stands } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { sealed: true } });
  const key = (await ensureSubjectKeys(tx, sealing, [personId])).get(personId);
  if (!key) throw new Error('A person without a key');
  const sealed = sealing.seal(key, personId, personPlace(personId), Buffer.from(JSON.stringify(identity)));
  await tx.personCorrection.create({
    data: {
      ...{ id, personId, sealed, matchKeys: matchKeysOf(sealing, identity), createdAt: fromInstant(now) },
      replaces: createHash('sha256').update(stands).digest('hex'),
    },
  });
}

/** Puts right who people are, where a decision says so; refused where somebody else has put it right meanwhile. */
export async function correctPeople(tx: Tx, facts: readonly CaseFact[]): Promise<Refusal | null> {
  for (const fact of facts) {
    if (fact.type !== 'childPutRight' || fact.data.correctionId === null) continue;
    const corrected = await tx.$executeRaw`
      with c as (delete from person_correction where id = ${fact.data.correctionId}::uuid returning *)
      update person p set sealed = c.sealed, match_keys = c.match_keys from c
      where p.id = c.person_id and encode(sha256(p.sealed), 'hex') = c.replaces`;
    if (corrected === 0) return refuse('CHANGED_MEANWHILE');
  }
  return null;
}
