import { createHash } from 'node:crypto';

/** A version of something that has none of its own: the same while its JSON is, and in all likelihood another afterwards. */
export function versionOf(value: unknown): number {
  return createHash('sha256').update(JSON.stringify(value)).digest().readUInt32BE(0) % 1_000_000_000;
}
