import express, { type Request, type RequestHandler, type Response } from 'express';
import { beginSession, endSession, useSession } from '../../usecases/sessions/pageSession.ts';
import { openAttempt, sealAttempt } from '../../usecases/sessions/signInAttempt.ts';
import { clearCookie, readCookie, setCookie } from '../cookies.ts';
import { sendErrorPage } from '../errorPages.ts';
import { carried } from '../form/fields.ts';
import { limitByAddress } from '../limits.ts';
import { sendView, type Site } from '../site.ts';
import { callbackPath, IssuerAway } from './oidc.ts';

/** How long somebody may take at the issuer: second factors take their time. */
const attemptMinutes = 15;

/** The way in and out: the only addresses that are open to people who are not signed in. */
export function signInRoutes(site: Site): RequestHandler {
  const router = express.Router();
  const limited = limitByAddress(site.limits.signIns, 'sign-in', (response) =>
    sendErrorPage(site, response, { code: 'TOO_MANY_REQUESTS' }),
  );
  router.get('/sign-in', limited, whenIssuerAnswers(site, begin));
  router.get(callbackPath, limited, whenIssuerAnswers(site, finish));
  router.post('/sign-out', limited, async (request, response) => signOut(site, request, response));
  router.get('/signed-out', (_request, response) =>
    sendView(site, response, 200, 'welcome.njk', { title: 'You have signed out', signedOut: true }),
  );
  return router;
}

type Step = (site: Site, request: Request, response: Response) => Promise<void>;

function whenIssuerAnswers(site: Site, step: Step): RequestHandler {
  return async (request, response) => {
    try {
      await step(site, request, response);
    } catch (error) {
      if (!(error instanceof IssuerAway)) throw error;
      site.deps.log.warn({ err: error.cause }, 'the issuer of sign-ins cannot be reached');
      sendErrorPage(site, response, { code: 'SIGN_IN_DOWN' });
    }
  };
}

async function begin(site: Site, request: Request, response: Response): Promise<void> {
  // Whoever was signed in here before proves anew that it is they: the screen may have been left alone.
  const anew = readCookie(site, request, 'session') !== null;
  const { address, secrets } = await site.oidc.begin(anew);
  const attempt = { ...secrets, to: localAddress(site, request.query['to']) };
  setCookie(site, response, 'attempt', sealAttempt(site.sessions, attempt), attemptMinutes);
  response.redirect(303, address);
}

async function finish(site: Site, request: Request, response: Response): Promise<void> {
  const cookie = readCookie(site, request, 'attempt');
  const attempt = cookie === null ? null : openAttempt(site.sessions, cookie);
  clearCookie(site, response, 'attempt');
  const vouched = attempt && (await site.oidc.finish(new URL(request.originalUrl, site.publicUrl), attempt));
  if (!attempt || !vouched) return notCompleted(site, request, response);
  // Whatever session this browser held before is over: a token that somebody may have planted opens nothing.
  const before = readCookie(site, request, 'session');
  if (before !== null) await endSession(site.sessions, before, 'here');
  setCookie(site, response, 'session', await beginSession(site.sessions, vouched));
  response.redirect(303, attempt.to);
}

/** A sign-in that was begun in another tab and is done there, or one that went wrong. */
async function notCompleted(site: Site, request: Request, response: Response): Promise<void> {
  const token = readCookie(site, request, 'session');
  const session = token === null ? null : await useSession(site.sessions, token);
  if (session?.state === 'open') return response.redirect(303, '/');
  sendView(site, response, 400, 'welcome.njk', { title: 'You are not signed in yet', again: true });
}

async function signOut(site: Site, request: Request, response: Response): Promise<void> {
  const token = readCookie(site, request, 'session');
  const session = token === null ? null : await useSession(site.sessions, token);
  if (token !== null && session && carried(request.body, '_token') !== session.formToken)
    return response.redirect(303, '/');
  const everywhere = (request.body as { where?: unknown }).where === 'everywhere';
  const idToken = token === null ? null : await endSession(site.sessions, token, everywhere ? 'everywhere' : 'here');
  clearCookie(site, response, 'session');
  const atIssuer = idToken === null ? null : await site.oidc.signOutAddress(idToken).catch(() => null);
  response.redirect(303, atIssuer ?? '/signed-out');
}

/** Where somebody wanted to go, if that is here; nobody is sent elsewhere by a link that begins here. */
function localAddress({ publicUrl }: Site, to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/') || to.length > 2_000) return '/';
  const own = new URL(publicUrl).origin;
  const address = URL.parse(to, own);
  return address?.origin === own ? `${address.pathname}${address.search}` : '/';
}
