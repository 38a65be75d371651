import type { Response } from 'express';
import type { Actor } from '../domain/access/actor.ts';

/** Somebody who is signed in and registered, and the session they are in. */
export interface SignedIn {
  readonly actor: Actor;
  readonly formToken: string;
  readonly subject: string;
}

/** What the steps before a page put down for it. */
export interface Locals {
  requestId?: string;
  route?: string;
  cspNonce?: string;
  signedIn?: SignedIn;
}

export function localsOf(response: Response): Locals {
  return response.locals as Locals;
}

/** Who asks for a page; authentication has put it there. */
export function signedInOf(response: Response): SignedIn {
  const { signedIn } = localsOf(response);
  if (!signedIn) throw new Error('A page was reached without authentication.');
  return signedIn;
}
