import { openJson, sealJson } from './sealing.ts';
import type { SessionTools } from './sessionTools.ts';

/** What has to come back unchanged from the issuer, and where somebody wanted to go. It lies sealed in their own browser. */
export interface SignInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly to: string;
}

const place = 'sign-in-attempt';

/** An attempt as the value of a cookie that nobody can read or make. */
export function sealAttempt({ sessionKeys }: Pick<SessionTools, 'sessionKeys'>, attempt: SignInAttempt): string {
  const { keyId, sealed } = sealJson(sessionKeys, attempt, place);
  return `${keyId}.${Buffer.from(sealed).toString('base64url')}`;
}

/** The attempt in a cookie; null where it is none of ours. */
export function openAttempt({ sessionKeys }: Pick<SessionTools, 'sessionKeys'>, cookie: string): SignInAttempt | null {
  const [keyId = '', encoded = ''] = cookie.split('.');
  const sealed = new Uint8Array(Buffer.from(encoded, 'base64url'));
  // Sealed by ourselves for this very place: it is what was put in.
  return openJson(sessionKeys, { keyId, sealed }, place) as SignInAttempt | null;
}
