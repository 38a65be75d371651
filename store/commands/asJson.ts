import type { Prisma } from '../generated/client.ts';

/** Plain data of ours as a JSON column takes it: ids, codes, dates and lists of them, never a class or a function. */
export function asJson(plain: object): Prisma.InputJsonObject {
  return plain;
}
