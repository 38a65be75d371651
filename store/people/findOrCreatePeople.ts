import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { PersonIdentity } from '../../domain/people/identity.ts';
import { exactForm, formsToKeep, fullNameForm } from '../../domain/people/matchForms.ts';
import type { Sealing } from '../content/sealing.ts';
import { ensureSubjectKeys } from '../content/subjectKeys.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { keepLikelyMatches } from './likelyMatches.ts';
import { matchKey, matchKeysOf } from './matchKeys.ts';
import { samePersonAs } from './samePeople.ts';

/** Somebody to be found on record. */
export interface PersonLookedFor {
  readonly identity: PersonIdentity;
  /**
   * The victim beside whom a perpetrator is named. Where a date of birth is not known, the same name beside the same
   * victim is the same person: a repeat must not be missed because nobody knew a birthday.
   */
  readonly besideVictimId?: string | undefined;
}

/** Somebody who is on record already, or is put there under the id that is given. */
export interface PersonWanted extends PersonLookedFor {
  readonly newId: string;
  /** Named beside the victim with whom the list begins. */
  readonly besideFirst?: boolean;
  /** A child in the case: only whom a case is about may be a likely match. */
  readonly child?: boolean;
}

/** Whether whoever is found is held. */
type Held = Prisma.Sql;
/** To the end of the transaction nobody erases whom it found: who is erased first is not found. */
const toTheEnd: Held = Prisma.sql`for share`;

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
  await lockPeople(
    tx,
    sealing,
    wanted.map(({ identity }) => identity),
  );
  const byKey = await findExact(tx, sealing, wanted, toTheEnd);
  const found: PersonFound[] = [];
  for (const { newId, identity, besideFirst, besideVictimId } of wanted) {
    const [first] = found;
    // Nobody stands beside a victim who was not on record before.
    const victimId = besideFirst && first && !first.created ? first.personId : besideVictimId;
    const key = exactKey(sealing, identity);
    const personId =
      (key === null ? null : byKey.get(key)) ?? (await findBeside(tx, sealing, identity, victimId, toTheEnd));
    if (personId === null && key !== null) byKey.set(key, newId);
    found.push({ personId: personId ?? newId, created: personId === null });
  }
  const unknown = wanted.filter((_person, place) => found[place]?.created);
  await createPeople(tx, sealing, unknown, now);
  const adults = unknown.filter(({ child }) => !child).map(({ newId: id, identity }) => ({ id, identity }));
  await keepLikelyMatches(tx, sealing, adults);
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

/** The person on record with exactly this identity, or beside that victim, by id; null where there is none. */
export async function findPerson(tx: Tx, sealing: Sealing, person: PersonLookedFor): Promise<string | null> {
  const key = exactKey(sealing, person.identity);
  const known = key === null ? undefined : (await findExact(tx, sealing, [person])).get(key);
  return known ?? findBeside(tx, sealing, person.identity, person.besideVictimId);
}

/** The key under which somebody is the same person without anybody being asked; null without a date of birth. */
function exactKey(sealing: Sealing, identity: PersonIdentity): string | null {
  const exact = exactForm(identity);
  return exact && matchKey(sealing, exact);
}

/** Who is on record under the exact keys of these identities: by key, the id that was first. */
async function findExact(
  tx: Tx,
  sealing: Sealing,
  people: readonly PersonLookedFor[],
  held: Held = Prisma.empty,
): Promise<Map<string, string>> {
  const keys = people.map(({ identity }) => exactKey(sealing, identity)).filter((key) => key !== null);
  if (keys.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; matchKeys: readonly string[] }[]>(Prisma.sql`
    select id, match_keys as "matchKeys" from person where match_keys && ${keys}::text[] order by id ${held}`);
  return new Map(rows.toReversed().flatMap(({ id, matchKeys }) => matchKeys.map((key) => [key, id] as const)));
}

/** Somebody of this name beside this victim, unless both records have a date of birth: then the dates told them apart. */
async function findBeside(
  tx: Tx,
  sealing: Sealing,
  identity: PersonIdentity,
  victimId: string | undefined,
  held: Held = Prisma.empty,
): Promise<string | null> {
  if (victimId === undefined) return null;
  const name = matchKey(sealing, fullNameForm(identity));
  const nameless = matchKey(sealing, { ...fullNameForm(identity), kind: 'fullNameNoDob' });
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select id from person where id in (select perpetrator_id from pair where victim_id = ${samePersonAs(Prisma.sql`${victimId}::uuid`)})
      and match_keys @> array[${identity.dateOfBirth === null ? name : nameless}] order by id limit 1 ${held}`);
  return rows[0]?.id ?? null;
}

async function createPeople(tx: Tx, sealing: Sealing, people: readonly PersonWanted[], now: IsoInstant): Promise<void> {
  if (people.length === 0) return;
  const ids = people.map(({ newId }) => newId);
  const keys = await ensureSubjectKeys(tx, sealing, ids);
  const rows = people.map(({ newId, identity }) => {
    const key = keys.get(newId);
    if (!key) throw new Error('A person without a key');
    const sealed = sealing.seal(key, newId, personPlace(newId), Buffer.from(JSON.stringify(identity)));
    return { id: newId, sealed, matchKeys: matchKeysOf(sealing, identity), createdAt: fromInstant(now) };
  });
  await tx.person.createMany({ data: rows });
}

/** Takes the locks of their names and of how they sound: of two spellings at once one sees the other. Held to the end of the transaction, and taken in one order by everybody, so that nobody waits in a circle. */
export async function lockPeople(tx: Tx, sealing: Sealing, identities: readonly PersonIdentity[]): Promise<void> {
  const forms = identities.flatMap((identity) => [
    fullNameForm(identity),
    ...formsToKeep(identity).filter(({ kind }) => kind === 'soundDob'),
  ]);
  const names = [...new Set(forms.map((form) => matchKey(sealing, form)))].sort();
  // The function is called for one row after the other, in the order of the list.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(name, 0))::text from unnest(${names}::text[]) as name`;
}

/** What a sealed identity is bound to. */
export function personPlace(personId: string): string {
  return `person/${personId}`;
}
