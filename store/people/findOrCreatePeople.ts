import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import { exactForm, fullNameForm } from '../../domain/people/matchForms.ts';
import type { Sealing } from '../content/sealing.ts';
import { ensureSubjectKeys } from '../content/subjectKeys.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { matchKey, matchKeysOf } from './matchKeys.ts';

/** Somebody who is on record already, or is put there under the id that is given. */
export interface PersonWanted {
  readonly newId: string;
  readonly identity: PersonIdentity;
  /**
   * The victim beside whom a perpetrator is named. Where a date of birth is not known, the same name beside the same
   * victim is the same person: a repeat must not be missed because nobody knew a birthday.
   */
  readonly besideVictimId?: string | undefined;
}

export interface PersonFound {
  readonly personId: string;
  readonly created: boolean;
}

/**
 * The people of these identities, each found by name and date of birth or put on record, in the order asked for. Two
 * at once for the same person give one person. What is on record already is not overwritten.
 */
export async function findOrCreatePeople(
  tx: Tx,
  sealing: Sealing,
  wanted: readonly PersonWanted[],
  now: IsoInstant,
): Promise<PersonFound[]> {
  await lockNames(tx, sealing, wanted);
  const found: PersonFound[] = [];
  for (const person of wanted) {
    const personId = await findPerson(tx, sealing, person);
    if (personId === null) await createPerson(tx, sealing, person, now);
    found.push({ personId: personId ?? person.newId, created: personId === null });
  }
  return found;
}

/** The person of one identity, found or put on record. */
export async function findOrCreatePerson(
  tx: Tx,
  sealing: Sealing,
  wanted: PersonWanted,
  now: IsoInstant,
): Promise<PersonFound> {
  const [found] = await findOrCreatePeople(tx, sealing, [wanted], now);
  if (!found) throw new Error('Asked for one person and got none');
  return found;
}

/** The person on record with exactly this identity, by id; null where there is none. */
export async function findPerson(
  tx: Tx,
  sealing: Sealing,
  { identity, besideVictimId }: Omit<PersonWanted, 'newId'>,
): Promise<string | null> {
  const exact = exactForm(identity);
  if (exact) {
    const person = await tx.person.findFirst({
      where: { matchKeys: { has: matchKey(sealing, exact) } },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    if (person) return person.id;
  }
  return besideVictimId === undefined ? null : findBeside(tx, sealing, identity, besideVictimId);
}

/** Somebody of this name beside this victim, unless both records have a date of birth: then the dates told them apart. */
async function findBeside(
  tx: Tx,
  sealing: Sealing,
  identity: PersonIdentity,
  victimId: string,
): Promise<string | null> {
  const pairs = await tx.pair.findMany({ where: { victimId }, select: { perpetratorId: true } });
  const name = matchKey(sealing, fullNameForm(identity));
  const nameless = matchKey(sealing, { ...fullNameForm(identity), kind: 'fullNameNoDob' });
  const person = await tx.person.findFirst({
    where: {
      id: { in: pairs.map(({ perpetratorId }) => perpetratorId) },
      matchKeys: { has: identity.dateOfBirth === null ? name : nameless },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return person?.id ?? null;
}

async function createPerson(
  tx: Tx,
  sealing: Sealing,
  { newId, identity }: PersonWanted,
  now: IsoInstant,
): Promise<void> {
  const key = (await ensureSubjectKeys(tx, sealing, [newId])).get(newId);
  if (!key) throw new Error('A person without a key');
  const sealed = sealing.seal(key, newId, personPlace(newId), Buffer.from(JSON.stringify(identity)));
  const matchKeys = matchKeysOf(sealing, identity);
  await tx.person.create({ data: { id: newId, sealed, matchKeys, createdAt: fromInstant(now) } });
}

/** Held to the end of the transaction, and taken in one order by everybody, so that nobody waits in a circle. */
async function lockNames(tx: Tx, sealing: Sealing, wanted: readonly PersonWanted[]): Promise<void> {
  const names = [...new Set(wanted.map(({ identity }) => matchKey(sealing, fullNameForm(identity))))].sort();
  for (const name of names) {
    await tx.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
  }
}

/** What a sealed identity is bound to. */
export function personPlace(personId: string): string {
  return `person/${personId}`;
}
