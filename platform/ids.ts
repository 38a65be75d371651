import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** A new id that sorts by the time it was made (UUIDv7). */
export function newId(): string {
  return v7();
}

/**
 * The id of something a command brings into being: the same command and name give the same id again, so that a
 * repeat makes nothing twice. UUIDv8: the first 48 bits are the command's own timestamp, the rest a SHA-256 of both.
 */
export function deriveId(commandId: string, name: string): string {
  const hash = createHash('sha256').update(`${commandId.toLowerCase()}/${name}`).digest();
  const version = 0x80 | (hash.readUInt8(0) & 0x0f);
  const variant = 0x80 | (hash.readUInt8(2) & 0x3f);
  const rest = Buffer.concat([
    Buffer.from([version]),
    hash.subarray(1, 2),
    Buffer.from([variant]),
    hash.subarray(3, 10),
  ]);
  const hex = commandId.toLowerCase().replaceAll('-', '').slice(0, 12) + rest.toString('hex');
  if (!/^[0-9a-f]{32}$/.test(hex)) throw new RangeError('Ids are derived from the id of a command');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
