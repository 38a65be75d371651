import * as client from 'openid-client';

/** What has to come back unchanged, kept in the browser meanwhile. */
interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who somebody is, by the word of the issuer. */
export interface Vouched {
  readonly subject: string;
  readonly idToken: string;
}

export interface Oidc {
  /** Where to send somebody to sign in, and what has to come back from there; `anew` where a session the issuer still holds is not enough. */
  begin(anew: boolean): Promise<{ readonly address: string; readonly secrets: Secrets }>;
  /** Checks what came back; null where it was not begun here, was used before or is not the issuer's. */
  finish(cameBack: URL, secrets: Secrets): Promise<Vouched | null>;
  /** Where to send somebody who signs out, so that the issuer forgets them too; null where it offers no such address. */
  signOutAddress(idToken: string): Promise<string | null>;
}

export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicUrl: string;
  /** The issuer of development speaks plain HTTP on this machine; any other has to be reached by https. */
  readonly development: boolean;
}

const timeoutSeconds = 5;
export const callbackPath = '/sign-in/callback';

/** Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. The issuer is asked who it is when first needed. */
export function createOidc(options: OidcOptions): Oidc {
  const { issuer, clientId, clientSecret, publicUrl, development } = options;
  let found: Promise<client.Configuration> | null = null;
  const discover = async (): Promise<client.Configuration> => {
    found ??= client.discovery(new URL(issuer), clientId, { client_secret: clientSecret }, undefined, {
      timeout: timeoutSeconds,
      ...(development ? { execute: [client.allowInsecureRequests] } : {}),
    });
    try {
      return await found;
    } catch (error) {
      // It is asked again for the next one who wants to sign in.
      found = null;
      throw new IssuerAway(error);
    }
  };
  return {
    begin: async (anew) => {
      const configuration = await discover();
      const secrets = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        codeVerifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(configuration, {
        redirect_uri: `${publicUrl}${callbackPath}`,
        scope: 'openid',
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(secrets.codeVerifier),
        code_challenge_method: 'S256',
        ...(anew ? { prompt: 'login' } : {}),
      });
      return { address: address.href, secrets };
    },
    finish: async (cameBack, { state, nonce, codeVerifier }) => {
      const configuration = await discover();
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      };
      try {
        const tokens = await client.authorizationCodeGrant(configuration, cameBack, checks);
        const subject = tokens.claims()?.sub;
        return subject === undefined || tokens.id_token === undefined ? null : { subject, idToken: tokens.id_token };
      } catch (error) {
        if (isAway(error)) throw new IssuerAway(error);
        return null;
      }
    },
    signOutAddress: async (idToken) => {
      const configuration = await discover();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return client.buildEndSessionUrl(configuration, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${publicUrl}/signed-out`,
      }).href;
    },
  };
}

/** Whoever vouches for people cannot be reached. */
export class IssuerAway extends Error {
  override name = 'IssuerAway';
  constructor(cause: unknown) {
    super('The issuer cannot be reached.', { cause });
  }
}

/** No answer, as against one that says no. */
function isAway(error: unknown): boolean {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return error instanceof TypeError || name === 'TimeoutError' || code === 'OAUTH_TIMEOUT';
}
