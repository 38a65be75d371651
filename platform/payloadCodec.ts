import { fileURLToPath } from 'node:url';
import type { DataConverter, Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import type { KeyRing } from './configValues.ts';
import { openWithRing, sealWithRing } from './keyRing.ts';

const encoding = 'binary/encrypted';
const place = 'temporal-payload';
const text = new TextEncoder();

/**
 * Encrypts every payload that goes to the engine (AES-256-GCM, the key's id in its metadata). Older keys of the ring
 * still read. A payload that is not encrypted is refused: there is no way in beside the codec.
 */
export function createPayloadCodec(ring: KeyRing): PayloadCodec {
  const { Payload: wire } = proto.temporal.api.common.v1;
  const encode = (payload: Payload): Payload => {
    const { keyId, sealed } = sealWithRing(ring, wire.encode(payload).finish(), place);
    return { metadata: { encoding: text.encode(encoding), 'encryption-key-id': text.encode(keyId) }, data: sealed };
  };
  const decode = (payload: Payload): Payload => {
    if (metadataOf(payload, 'encoding') !== encoding)
      throw new Error('The engine holds a payload that is not encrypted');
    const plain = openWithRing(ring, metadataOf(payload, 'encryption-key-id'), payload.data ?? new Uint8Array(), place);
    return wire.decode(plain);
  };
  return {
    encode: async (payloads) => payloads.map(encode),
    decode: async (payloads) => payloads.map(decode),
  };
}

/** Workflow code that is bundled beforehand has to be bundled with this converter: failures begin in there too. */
export const failureConverterPath = fileURLToPath(new URL('./failureConverter.ts', import.meta.url));

/** What client and worker are both given, so that each reads what the other wrote, failures included. */
export function createDataConverter(ring: KeyRing): DataConverter {
  return { payloadCodecs: [createPayloadCodec(ring)], failureConverterPath };
}

function metadataOf(payload: Payload, name: string): string {
  return new TextDecoder().decode(payload.metadata?.[name] ?? undefined);
}
