import type { IsoInstant } from '../../domain/calendar/time.ts';
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

/** The entries about these people, the oldest first. */
export async function denyEntriesOf(tx: Tx, personIds: readonly string[]): Promise<NewDenyEntry[]> {
  const rows = await tx.denyEntry.findMany({
    where: { personId: { in: [...personIds] } },
    orderBy: [{ enteredAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({ ...row, enteredAt: toInstant(row.enteredAt) }));
}
