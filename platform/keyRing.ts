import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { KeyRing, NamedKey } from './configValues.ts';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Something was sealed by a key this process does not hold, for another place, or was changed since. Says no more than that. */
export class CannotOpen extends Error {
  override name = 'CannotOpen';
}

/**
 * Seals bytes with a key: nonce, ciphertext, tag (AES-256-GCM). `boundTo` names the place they belong to: moved to
 * another they do not open.
 */
export function sealWithKey(key: Uint8Array | KeyObject, plain: Uint8Array, boundTo: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(boundTo));
  return new Uint8Array(Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

/** Opens what `sealWithKey` sealed with this key for this place; throws CannotOpen otherwise. */
export function openWithKey(key: Uint8Array | KeyObject, sealed: Uint8Array, boundTo: string): Uint8Array<ArrayBuffer> {
  if (sealed.length < nonceBytes + tagBytes) throw new CannotOpen('What was sealed is cut short');
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes)).setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    const plain = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
    return new Uint8Array(Buffer.concat([plain, decipher.final()]));
  } catch {
    throw new CannotOpen('What was sealed does not open: another key, another place, or changed since');
  }
}

/** Seals with the active key of a ring and says which that is, to be kept beside it. */
export function sealWithRing(
  ring: KeyRing,
  plain: Uint8Array,
  boundTo: string,
): { readonly keyId: string; readonly sealed: Uint8Array<ArrayBuffer> } {
  const [active] = ring;
  return { keyId: active.id, sealed: sealWithKey(madeReady(active), plain, `${boundTo}#${active.id}`) };
}

/** Opens with the key of the ring that is named, active or older; throws CannotOpen where the ring has none of that name. */
export function openWithRing(
  ring: KeyRing,
  keyId: string,
  sealed: Uint8Array,
  boundTo: string,
): Uint8Array<ArrayBuffer> {
  const named = ring.find(({ id }) => id === keyId);
  if (!named) throw new CannotOpen('The key this was sealed with is not in the ring');
  return openWithKey(madeReady(named), sealed, `${boundTo}#${keyId}`);
}

const ready = new WeakMap<NamedKey, KeyObject>();

/** A key of a ring as the cipher wants it, made once: that takes longer than sealing what is short. */
function madeReady(named: NamedKey): KeyObject {
  const known = ready.get(named) ?? createSecretKey(named.key);
  ready.set(named, known);
  return known;
}
