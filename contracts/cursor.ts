import { z } from 'zod';
import type { IsoInstant } from '../domain/calendar/time.ts';

/** Where a page ended: a moment and an id, which together order every list; in other orders by what the last one stood there. */
export interface Position {
  readonly at: IsoInstant;
  readonly id: string;
  readonly place?: string | null;
  readonly by?: string | null;
}

const standing = z.string().max(100).nullable();
const positionSchema = z.union([
  z.tuple([z.iso.datetime(), z.uuid()]),
  z.tuple([z.iso.datetime(), z.uuid(), standing, standing]),
]);

/** A position as an opaque text, in an answer or an address. It opens nothing: what a page may show is decided anew for each. */
export function cursorOf({ at, id, place, by }: Position): string {
  const position = place === undefined || by === undefined ? [at, id] : [at, id, place, by];
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** The position a cursor stands for; null where it was never given out. */
export function readCursor(cursor: string): Position | null {
  try {
    const [at, id, ...stood] = positionSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    const [place, by] = stood;
    return place === undefined || by === undefined ? { at, id } : { at, id, place, by };
  } catch {
    return null;
  }
}
