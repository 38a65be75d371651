import type { IsoInstant } from '../../domain/calendar/time.ts';
import { Prisma } from '../generated/client.ts';
import { samePersonAs } from '../people/samePeople.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

/** Somebody who must not see the cases of a person, whatever their role. */
export interface NewDenyEntry {
  readonly id: string;
  readonly personId: string;
  readonly practitionerId: string;
  readonly enteredById: string;
  /** Why, as content. */
  readonly contentId: string | null;
  readonly enteredAt: IsoInstant;
}

/**
 * Adds to the deny list; an entry that stands already is left as it is. Who may is decided before: a coordinator or
 * supervisor who is not named for the person, which denying a case to the named ones already sees to.
 */
export async function addDenyEntries(tx: Tx, entries: readonly NewDenyEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.denyEntry.createMany({
    data: entries.map(({ enteredAt, ...entry }) => ({ ...entry, enteredAt: fromInstant(enteredAt) })),
    skipDuplicates: true,
  });
}

/** Takes somebody off the deny list of a person; returns whether they stood on it. */
export async function removeDenyEntry(tx: Tx, personId: string, practitionerId: string): Promise<boolean> {
  return (await tx.denyEntry.deleteMany({ where: { personId, practitionerId } })).count > 0;
}

/** An entry that concerns somebody, on whichever of their records it was made. */
export interface DenyEntryOf extends NewDenyEntry {
  /** Which of the people asked about it concerns. */
  readonly ofId: string;
}

/** The entries about these people and about every other record of theirs, the oldest first. */
export async function denyEntriesOf(tx: Tx, personIds: readonly string[]): Promise<DenyEntryOf[]> {
  const rows = await tx.$queryRaw<(Omit<DenyEntryOf, 'enteredAt'> & { enteredAt: Date })[]>(Prisma.sql`
    select d.id, d.person_id as "personId", d.practitioner_id as "practitionerId", d.entered_by_id as "enteredById",
      d.content_id as "contentId", d.entered_at as "enteredAt", mine.id as "ofId"
    from (select distinct unnest(${[...personIds]}::uuid[]) as id) mine
      join deny_entry d on d.person_id = ${samePersonAs(Prisma.sql`mine.id`)}
    order by d.entered_at, d.id`);
  return rows.map((row) => ({ ...row, enteredAt: toInstant(row.enteredAt) }));
}
