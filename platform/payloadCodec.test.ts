import { randomBytes } from 'node:crypto';
import { ApplicationFailure, defaultPayloadConverter, toPayloads } from '@temporalio/common';
import { loadDataConverter } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { describe, expect, test } from 'vitest';
import type { KeyRing, NamedKey } from './configValues.ts';
import { createDataConverter, createPayloadCodec } from './payloadCodec.ts';

const named = (id: string): NamedKey => ({ id, key: new Uint8Array(randomBytes(32)) });
const [old, current] = [named('2025'), named('2026')];
const ring: KeyRing = [current, old];
const command = { commandId: '018f', type: 'closeCase', payload: { reasonId: null } };

function payloadsOf(value: unknown) {
  const payloads = toPayloads(defaultPayloadConverter, value);
  if (!payloads) throw new Error('No payloads');
  return payloads;
}

describe('what the engine is given', () => {
  test('comes back as it went, and shows nothing but the id of its key', async () => {
    const codec = createPayloadCodec(ring);
    const plain = payloadsOf(command);
    const [encoded] = await codec.encode(plain);
    expect(Buffer.from(encoded?.metadata?.['encoding'] ?? []).toString()).toBe('binary/encrypted');
    expect(Buffer.from(encoded?.metadata?.['encryption-key-id'] ?? []).toString()).toBe('2026');
    expect(Buffer.from(encoded?.data ?? []).includes(Buffer.from('closeCase'))).toBe(false);
    const [decoded] = await codec.decode(encoded ? [encoded] : []);
    expect(defaultPayloadConverter.fromPayload(decoded ?? {})).toEqual(command);
  });

  test('still reads what an older key of the ring encrypted', async () => {
    const encoded = await createPayloadCodec([old]).encode(payloadsOf(command));
    const [decoded] = await createPayloadCodec(ring).decode(encoded);
    expect(defaultPayloadConverter.fromPayload(decoded ?? {})).toEqual(command);
  });

  test('is refused where it was not encrypted, or by a key that is not in the ring', async () => {
    const codec = createPayloadCodec([current]);
    await expect(codec.decode(payloadsOf(command))).rejects.toThrow(/not encrypted/);
    const strange = await createPayloadCodec([named('2026')]).encode(payloadsOf(command));
    await expect(codec.decode(strange)).rejects.toThrow(/does not open/);
    const unknown = await createPayloadCodec([old]).encode(payloadsOf(command));
    await expect(codec.decode(unknown)).rejects.toThrow(/not in the ring/);
  });

  test('holds no message or stack of a failure outside the payload that is encrypted', () => {
    const { failureConverter, payloadConverter } = loadDataConverter(createDataConverter(ring));
    const failure = failureConverter.errorToFailure(
      ApplicationFailure.create({ message: 'something told' }),
      payloadConverter,
    );
    expect(failure.message).toBe('Encoded failure');
    expect(failure.stackTrace).toBe('');
    expect(failure.encodedAttributes?.data?.length).toBeGreaterThan(0);
  });
});
