import { randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { localsOf } from './locals.ts';

/** Nothing from outside, nothing inline without this request's nonce, nothing kept by anybody on the way. */
export function headers({ publicUrl, issuerOrigin }: { publicUrl: string; issuerOrigin: string }): RequestHandler[] {
  const isBehindTls = publicUrl.startsWith('https:');
  const nonce: RequestHandler = (_request, response, next) => {
    localsOf(response).cspNonce = randomBytes(16).toString('base64');
    response.set('Cache-Control', 'no-store');
    next();
  };
  const nonceOf = (_request: unknown, response: unknown) => `'nonce-${localsOf(response as Response).cspNonce}'`;
  const guards = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonceOf],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        // Signing out leads on to the issuer, and browsers count that as part of the form.
        formAction: ["'self'", issuerOrigin],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(isBehindTls ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isBehindTls ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });
  return [nonce, guards];
}
