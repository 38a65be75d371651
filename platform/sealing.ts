import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { KeyRing } from './configValues.ts';
import { openWithKey, openWithRing, sealWithKey, sealWithRing } from './keyRing.ts';

interface WrappedKey {
  readonly keyId: string;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/**
 * Seals what is personal, each subject under a key of its own that is wrapped by the key ring, and makes the keyed
 * hashes by which a person is found again. Unwrapped keys live for one call and are overwritten after it; what the cipher was given
 * of them is wiped by its library when it is let go.
 */
export function createSealing(keys: { readonly contentWrappingKeys: KeyRing; readonly matchKey: Uint8Array }) {
  const matchKey = createSecretKey(keys.matchKey);
  const place = (subjectId: string) => `subject-key/${subjectId}`;
  const withKey = <T>(key: WrappedKey, subjectId: string, use: (plainKey: KeyObject) => T): T => {
    const plainKey = openWithRing(keys.contentWrappingKeys, key.keyId, key.wrapped, place(subjectId));
    try {
      // The cipher takes bytes as well, and then needs several times as long to find out what kind of key they are.
      return use(createSecretKey(plainKey));
    } finally {
      plainKey.fill(0);
    }
  };
  return {
    newSubjectKey(subjectId: string): WrappedKey {
      const { keyId, sealed } = sealWithRing(keys.contentWrappingKeys, randomBytes(32), place(subjectId));
      return { keyId, wrapped: sealed };
    },
    seal: (key: WrappedKey, subjectId: string, where: string, plain: Uint8Array) =>
      withKey(key, subjectId, (plainKey) => sealWithKey(plainKey, plain, where)),
    open: (key: WrappedKey, subjectId: string, where: string, sealed: Uint8Array) =>
      withKey(key, subjectId, (plainKey) => openWithKey(plainKey, sealed, where)),
    matchHash: (text: string) => createHmac('sha256', matchKey).update(text).digest('base64url'),
  };
}
