import { z } from 'zod';

/** A secret of 256 bits with the name it is referred to by. */
export interface NamedKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** The first key is used for new things; the others still read what they once sealed. */
export type KeyRing = readonly [NamedKey, ...NamedKey[]];

/** The shapes of single values in the environment; what is wrong is said without the value, which may be a secret. */
export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'must be a port number');
/** Workflows a worker keeps in memory where nothing else is said: a tenth of a megabyte each. */
export const workflowsInMemory = 2_000;
export const workflowCount = z
  .string()
  .regex(/^[1-9]\d{1,5}$/, 'must be a whole number from 10 to 999999')
  .transform(Number)
  .default(workflowsInMemory);
export const keyBytes = z.string().transform((text, context) => {
  const key = Buffer.from(text, 'base64');
  if (key.length === 32 && key.toString('base64') === text) return new Uint8Array(key);
  context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64' });
  return z.NEVER;
});
export const keyRing = z.string().transform((text, context): KeyRing => {
  const keys = text.split(',').map((entry) => {
    const [id = '', encoded = ''] = entry.trim().split(/:(.*)/s);
    const key = keyBytes.safeParse(encoded);
    return /^[a-z0-9-]{1,32}$/.test(id) && key.success ? { id, key: key.data } : undefined;
  });
  const [active, ...older] = keys.filter((key) => key !== undefined);
  const ids = new Set(keys.map((key) => key?.id));
  if (active && !keys.includes(undefined) && ids.size === keys.length) return [active, ...older];
  context.addIssue({
    code: 'custom',
    message: 'must be a list like id:key,id:key of different ids and 32-byte keys in base64',
  });
  return z.NEVER;
});
export const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, message: 'must be a postgresql:// address' });
export const webUrl = z.url({ protocol: /^https?$/, message: 'must be an http(s):// address' });
