import { CannotOpen, openWithRing, sealWithRing } from '../../platform/keyRing.ts';
import type { KeyRing } from '../../platform/configValues.ts';

interface Sealed {
  readonly keyId: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Seals something of a session as JSON, bound to the place it belongs to. */
export function sealJson(keys: KeyRing, value: unknown, place: string): Sealed {
  return sealWithRing(keys, Buffer.from(JSON.stringify(value)), place);
}

/** Opens what `sealJson` sealed for this place; null where the key is gone or it was changed. */
export function openJson(keys: KeyRing, { keyId, sealed }: Sealed, place: string): unknown {
  try {
    return JSON.parse(Buffer.from(openWithRing(keys, keyId, sealed, place)).toString()) as unknown;
  } catch (error) {
    if (error instanceof CannotOpen) return null;
    throw error;
  }
}
