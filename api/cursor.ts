import { z } from 'zod';
import type { IsoInstant } from '../domain/calendar/time.ts';

/** Where a page ended: a moment and an id, which together order every list. */
export interface Position {
  readonly at: IsoInstant;
  readonly id: string;
}

const positionSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** A position as an opaque text. It opens nothing: what a page may show is decided anew for each. */
export function cursorOf({ at, id }: Position): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** The position a cursor stands for; null where it was never given out. */
export function readCursor(cursor: string): Position | null {
  try {
    const [at, id] = positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at, id };
  } catch {
    return null;
  }
}
