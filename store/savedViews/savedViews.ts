import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';

/** The boards of which somebody may keep a view. */
export type Board = 'overdue';

/** A filter of a board under the name somebody gave it. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The filter as it stands in the address of the board. */
  readonly asked: string;
}

interface Own {
  readonly practitionerId: string;
  readonly board: Board;
}

/** Keeps a view; one of the same name makes way for it. */
export async function keepView(
  tx: Tx,
  { practitionerId, board, id, name, asked }: Own & SavedView,
  at: IsoInstant,
): Promise<void> {
  const kept = { asked, savedAt: fromInstant(at) };
  await tx.savedView.upsert({
    where: { practitionerId_board_name: { practitionerId, board, name } },
    create: { id, practitionerId, board, name, ...kept },
    update: kept,
  });
}

/** The views somebody keeps of a board, by name, 50 at most. */
export async function listViews(tx: Reads, { practitionerId, board }: Own): Promise<SavedView[]> {
  return tx.$queryRaw<SavedView[]>(Prisma.sql`
    select id, name, asked from saved_view where practitioner_id = ${practitionerId}::uuid and board = ${board}
    order by name limit 50`);
}

/** Removes a view of somebody's own; false where there is none. */
export async function removeView(
  tx: Tx,
  own: { readonly id: string; readonly practitionerId: string },
): Promise<boolean> {
  const { count } = await tx.savedView.deleteMany({ where: own });
  return count > 0;
}
