import { createHash } from 'node:crypto';
import type { KeyRing } from '../../platform/configValues.ts';

/** Known to everybody who has the code: it protects nothing, and is there so that histories pass the real codec. */
const words = 'the test key of the recorded histories';

/** The ring the recorded histories are encrypted with. Never use it for anything else. */
export const testKeyRing: KeyRing = [
  { id: 'recorded-histories-only', key: new Uint8Array(createHash('sha256').update(words).digest()) },
];
