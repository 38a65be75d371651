import { type JSONPayload, JSONToPayload, payloadToJSON } from '@temporalio/common/lib/proto-utils.js';
import { createPayloadCodec } from '../../platform/payloadCodec.ts';
import { testKeyRing } from './testKeyRing.ts';

const codec = createPayloadCodec(testKeyRing);

/** Whether a piece of a history's JSON is a payload. */
export function isPayload(value: object): value is JSONPayload & { readonly data: string } {
  return 'metadata' in value && 'data' in value && typeof value.data === 'string';
}

/** Whether a payload went through the codec; the engine's own notes about local activities and patches do not. */
export function isEncrypted({ metadata }: JSONPayload): boolean {
  return Buffer.from(metadata?.['encoding'] ?? '', 'base64').toString() === 'binary/encrypted';
}

/** What is inside a payload: JSON, or undefined where it is nothing. */
export async function openPayload(sealed: JSONPayload): Promise<unknown> {
  const [payload] = isEncrypted(sealed) ? await codec.decode([JSONToPayload(sealed)]) : [JSONToPayload(sealed)];
  const text = Buffer.from(payload?.data ?? []).toString();
  return text === '' ? undefined : JSON.parse(text);
}

/** A payload with JSON inside, encrypted as the product encrypts it. */
export async function sealPayload(value: unknown): Promise<JSONPayload> {
  const metadata = { encoding: Buffer.from('json/plain') };
  const [sealed] = await codec.encode([{ metadata, data: Buffer.from(JSON.stringify(value)) }]);
  if (!sealed) throw new Error('The codec gave nothing back');
  return payloadToJSON(sealed);
}
