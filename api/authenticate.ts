import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { problem, type RequestProblem } from '../contracts/problemCode.ts';

/** The subject a bearer token speaks for, or why it speaks for nobody. */
export type Authenticated = { readonly ok: true; readonly subject: string } | RequestProblem;
export type Authenticate = (authorization: string | undefined) => Promise<Authenticated>;

interface Issuer {
  readonly issuer: string;
  readonly audience: string;
}

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });
const algorithms = ['RS256', 'ES256'];
const discoveryTimeoutMs = 3_000;
/**
 * For so long a token that was found good is not worked out again: checking a signature takes longer than reading a
 * board. Never beyond its expiry; a key that the issuer withdraws is known later still, since keys are kept too.
 */
const rememberedMs = 60_000;
const mostRemembered = 10_000;

interface Remembered {
  readonly subject: string;
  readonly until: number;
}

/**
 * Verifies bearer tokens against the OpenID issuer: signature by its published keys, issuer, audience and expiry. The
 * issuer is asked for its keys when the first token comes, and again when a key is not known.
 */
export function createAuthenticate({ issuer, audience }: Issuer, now: () => number = Date.now): Authenticate {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  const remembered = new Map<string, Remembered>();
  return async (authorization) => {
    const token = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return problem(authorization === undefined ? 'NOT_SIGNED_IN' : 'TOKEN_NOT_VALID');
    const known = remembered.get(token);
    if (known && known.until > now()) return { ok: true, subject: known.subject };
    keys ??= discoverKeys(issuer);
    try {
      const requiredClaims = ['sub', 'exp'];
      const options = {
        issuer,
        audience,
        algorithms,
        requiredClaims,
        clockTolerance: 30,
        currentDate: new Date(now()),
      };
      const { payload } = await jwtVerify(token, await keys, options);
      const { sub: subject = '', exp = 0 } = payload;
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(token, { subject, until: Math.min(now() + rememberedMs, exp * 1000) });
      return { ok: true, subject };
    } catch (error) {
      if (isAboutTheToken(error)) return problem('TOKEN_NOT_VALID');
      keys = null;
      return problem('SIGN_IN_DOWN');
    }
  };
}

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(discoveryTimeoutMs) });
  const found = discoverySchema.parse(await response.json());
  if (found.issuer !== issuer) throw new Error('The issuer calls itself by another name.');
  return createRemoteJWKSet(new URL(found.jwks_uri), { timeoutDuration: discoveryTimeoutMs });
}

/** What is wrong with the token itself, as against an issuer that cannot be reached. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC'
  );
}
