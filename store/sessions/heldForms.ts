import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';

/** A form that was sent after its session had ended, kept for the one who typed it. */
export interface HeldFormRow {
  readonly id: string;
  readonly subject: string;
  readonly address: string;
  readonly keyId: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export async function addHeldForm(tx: Tx, row: HeldFormRow, heldAt: IsoInstant): Promise<void> {
  await tx.heldForm.create({ data: { ...row, heldAt: fromInstant(heldAt) } });
}

/** A held form of this person by its id; nobody else finds it. */
export async function findHeldForm(tx: Tx, id: string, subject: string): Promise<HeldFormRow | null> {
  return tx.heldForm.findFirst({
    where: { id, subject },
    select: { id: true, subject: true, address: true, keyId: true, sealed: true },
  });
}
