import type { CookieOptions, Request, Response } from 'express';

interface Guarded {
  readonly publicUrl: string;
}

const names = { session: 'marac-session', attempt: 'marac-sign-in', notice: 'marac-notice' };
type CookieName = keyof typeof names;

/** Behind TLS a cookie is bound to this very host and never sent in the clear; in development there is no TLS. */
function isBehindTls({ publicUrl }: Guarded): boolean {
  return publicUrl.startsWith('https:');
}

function nameOf(site: Guarded, name: CookieName): string {
  return isBehindTls(site) ? `__Host-${names[name]}` : names[name];
}

function options(site: Guarded): CookieOptions {
  return { httpOnly: true, sameSite: 'lax', secure: isBehindTls(site), path: '/' };
}

/** The value of one of our cookies; null where there is none. */
export function readCookie(site: Guarded, request: Request, name: CookieName): string | null {
  const wanted = nameOf(site, name);
  for (const pair of (request.get('cookie') ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split(/=(.*)/s);
    if (key === wanted) return decoded(value);
  }
  return null;
}

/** Sets one of our cookies until the browser closes, or for so long. */
export function setCookie(site: Guarded, response: Response, name: CookieName, value: string, minutes?: number): void {
  const lasts = minutes === undefined ? {} : { maxAge: minutes * 60_000 };
  response.cookie(nameOf(site, name), value, { ...options(site), ...lasts });
}

export function clearCookie(site: Guarded, response: Response, name: CookieName): void {
  response.clearCookie(nameOf(site, name), options(site));
}

/** What was just done, said on the next page and no further; nothing about a person stands in it. */
export function leaveNotice(site: Guarded, response: Response, text: string): void {
  setCookie(site, response, 'notice', text, 1);
}

export function takeNotice(site: Guarded, response: Response): string | null {
  const notice = readCookie(site, response.req, 'notice');
  if (notice === null || notice === '') return null;
  clearCookie(site, response, 'notice');
  return notice;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
