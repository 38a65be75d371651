import type { Request, RequestHandler, Response } from 'express';
import { timingSafeEqual } from 'node:crypto';
import { onBehalfOf } from '../../usecases/onBehalfOf.ts';
import { holdForm } from '../../usecases/sessions/heldForm.ts';
import { useSession, type PageSession } from '../../usecases/sessions/pageSession.ts';
import { signIn } from '../../usecases/signIn.ts';
import { readCookie } from '../cookies.ts';
import { sendErrorPage } from '../errorPages.ts';
import { carried, readFields } from '../form/fields.ts';
import { localsOf } from '../locals.ts';
import { sendView, type Site } from '../site.ts';

/**
 * Who asks: the session's person, looked up anew each time, so that an end date or a lost appointment holds from the
 * next request on. Somebody without a session is sent to sign in and comes back to where they wanted to go.
 */
export function authenticate(site: Site): RequestHandler {
  return async (request, response, next) => {
    const token = readCookie(site, request, 'session');
    const by = request.get('sec-fetch-dest') === 'empty' ? 'page' : 'person';
    const session = token === null ? null : await useSession(site.sessions, token, by);
    if (session?.state !== 'open') return sendToSignIn(site, request, response, session);
    const { subject, formToken } = session;
    const known = await signIn(site.deps, subject);
    if (!known.ok) return sendErrorPage(site, response, known);
    localsOf(response).signedIn = { actor: known.actor, formToken, subject };
    onBehalfOf(known.actor, request.ip, next);
  };
}

async function sendToSignIn(
  site: Site,
  request: Request,
  response: Response,
  ended: PageSession | null,
): Promise<void> {
  const address = request.originalUrl;
  if (request.method !== 'POST') {
    // The front door says where one is; a link into the house leads through sign-in at once.
    if (request.path === '/' && ended === null)
      return sendView(site, response, 200, 'welcome.njk', { title: 'Sign in' });
    return response.redirect(303, `/sign-in?to=${encodeURIComponent(address)}`);
  }
  const to = ended && isOwnForm(request, ended) ? await keepTyped(site, request, ended) : address;
  response.redirect(303, `/sign-in?to=${encodeURIComponent(to)}`);
}

/** A form is kept only if it is one of that very session: nobody else can put words into somebody's mouth. */
function isOwnForm(request: Request, { formToken }: PageSession): boolean {
  const [sent, own] = [Buffer.from(carried(request.body, '_token')), Buffer.from(formToken)];
  return sent.length === own.length && timingSafeEqual(sent, own);
}

async function keepTyped(site: Site, request: Request, { subject }: PageSession): Promise<string> {
  const address = request.originalUrl;
  const opened = { _version: carried(request.body, '_version'), _seen: carried(request.body, '_seen') };
  const sent = { ...readFields(request.body), ...opened };
  const held = await holdForm(site.sessions, { subject, address, sent });
  return `${address}${address.includes('?') ? '&' : '?'}held=${held}`;
}
