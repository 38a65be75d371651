import { type JSONPayload, JSONToPayload, payloadToJSON } from '@temporalio/common/lib/proto-utils.js';
import { createPayloadCodec } from '../../platform/payloadCodec.ts';
import { testKeyRing } from './testKeyRing.ts';

const codec = createPayloadCodec(testKeyRing);

/** Whether a piece of a history's JSON is an encrypted payload. */
export function isPayload(value: object): value is JSONPayload & { readonly data: string } {
  return 'metadata' in value && 'data' in value && typeof value.data === 'string';
}

/** What is inside an encrypted payload: JSON, or undefined where it is nothing. */
export async function openPayload(sealed: JSONPayload): Promise<unknown> {
  const [payload] = await codec.decode([JSONToPayload(sealed)]);
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
