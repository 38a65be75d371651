import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { KeyRing, NamedKey } from './configValues.ts';
import { CannotOpen, openWithRing, sealWithRing } from './keyRing.ts';
import { createSealing } from './sealing.ts';

const named = (id: string): NamedKey => ({ id, key: new Uint8Array(randomBytes(32)) });
const [old, current] = [named('2025'), named('2026')];
const words = new TextEncoder().encode('He is waiting outside.');

describe('the key ring', () => {
  const ring: KeyRing = [current, old];

  test('seals with the first key and opens with any', () => {
    const earlier = sealWithRing([old], words, 'here');
    const now = sealWithRing(ring, words, 'here');
    expect([earlier.keyId, now.keyId]).toEqual(['2025', '2026']);
    for (const { keyId, sealed } of [earlier, now]) expect(openWithRing(ring, keyId, sealed, 'here')).toEqual(words);
  });

  test('the same words never look the same twice, and nothing of them shows', () => {
    const [one, other] = [sealWithRing(ring, words, 'here'), sealWithRing(ring, words, 'here')];
    expect(Buffer.from(one.sealed).equals(Buffer.from(other.sealed))).toBe(false);
    expect(Buffer.from(one.sealed).includes(Buffer.from('waiting'))).toBe(false);
  });

  test.each<[string, (sealed: Uint8Array) => unknown]>([
    ['in another place', (sealed) => openWithRing(ring, '2026', sealed, 'there')],
    ['under another key’s name', (sealed) => openWithRing(ring, '2025', sealed, 'here')],
    ['when the ring has lost its key', (sealed) => openWithRing([old], '2026', sealed, 'here')],
    [
      'when one bit was changed',
      (sealed) =>
        openWithRing(
          ring,
          '2026',
          sealed.map((byte, at) => (at === 15 ? byte ^ 1 : byte)),
          'here',
        ),
    ],
    ['when it was cut short', (sealed) => openWithRing(ring, '2026', sealed.subarray(0, 20), 'here')],
  ])('what is sealed does not open %s', (_case, open) => {
    const { sealed } = sealWithRing(ring, words, 'here');
    expect(() => open(sealed)).toThrow(CannotOpen);
  });
});

describe('sealing for a subject', () => {
  const matchKey = new Uint8Array(randomBytes(32));
  const sealing = createSealing({ contentWrappingKeys: [current, old], matchKey });

  test('opens for its own subject and place, and for no other', () => {
    const [subject, other] = [randomUUID(), randomUUID()];
    const key = sealing.newSubjectKey(subject);
    const sealed = sealing.seal(key, subject, 'content/1', words);
    expect(sealing.open(key, subject, 'content/1', sealed)).toEqual(words);
    expect(() => sealing.open(key, subject, 'content/2', sealed)).toThrow(CannotOpen);
    expect(() => sealing.open(key, other, 'content/1', sealed)).toThrow(CannotOpen);
    expect(() => sealing.open(sealing.newSubjectKey(subject), subject, 'content/1', sealed)).toThrow(CannotOpen);
  });

  test('a subject key made under an older key of the ring still opens', () => {
    const before = createSealing({ contentWrappingKeys: [old], matchKey });
    const subject = randomUUID();
    const key = before.newSubjectKey(subject);
    expect(sealing.open(key, subject, 'x', before.seal(key, subject, 'x', words))).toEqual(words);
  });

  test('a match hash is the same for the same text under the same key, and another under another', () => {
    const elsewhere = createSealing({ contentWrappingKeys: [current], matchKey: new Uint8Array(randomBytes(32)) });
    expect(sealing.matchHash('anna kowalska')).toBe(sealing.matchHash('anna kowalska'));
    expect(sealing.matchHash('anna kowalska')).not.toBe(sealing.matchHash('anna kowalski'));
    expect(sealing.matchHash('anna kowalska')).not.toBe(elsewhere.matchHash('anna kowalska'));
  });
});
