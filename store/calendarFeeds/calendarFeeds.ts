import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant } from '../time.ts';

/** A feed as its owner is told of it; the address itself is kept nowhere. */
export interface CalendarFeed {
  readonly practitionerId: string;
  readonly madeAt: IsoInstant;
}

/** Puts a feed in the place of the one somebody had, whose address ends with that. */
export async function replaceCalendarFeed(
  tx: Tx,
  { practitionerId, madeAt, tokenHash }: CalendarFeed & { readonly tokenHash: string },
): Promise<void> {
  const data = { tokenHash, madeAt: fromInstant(madeAt) };
  await tx.calendarFeed.upsert({ where: { practitionerId }, create: { practitionerId, ...data }, update: data });
}

/** Ends somebody's feed; false where there was none. */
export async function removeCalendarFeed(tx: Tx, practitionerId: string): Promise<boolean> {
  const { count } = await tx.calendarFeed.deleteMany({ where: { practitionerId } });
  return count > 0;
}

export async function calendarFeedOf(tx: Tx, practitionerId: string): Promise<CalendarFeed | null> {
  const row = await tx.calendarFeed.findUnique({ where: { practitionerId } });
  return row && { practitionerId, madeAt: toInstant(row.madeAt) };
}

/** Whose feed an address is, by its hash; null where there is none any more. */
export async function calendarFeedBy(tx: Tx, tokenHash: string): Promise<CalendarFeed | null> {
  const row = await tx.calendarFeed.findUnique({ where: { tokenHash } });
  return row && { practitionerId: row.practitionerId, madeAt: toInstant(row.madeAt) };
}
