import rateLimit, { type RateLimitRequestHandler } from 'express-rate-limit';
import type { Response } from 'express';
import { signedInOf } from './locals.ts';

/** Requests a minute; generous, because a bulk of work from one office is work. */
export interface Limits {
  readonly perAddress: number;
  readonly perPerson: number;
  /** Beginnings of a sign-in from one address; each asks the issuer. */
  readonly signIns: number;
}

export const generousLimits: Limits = { perAddress: 6_000, perPerson: 1_200, signIns: 300 };

type Refuse = (response: Response) => void;

const minute = { windowMs: 60_000, standardHeaders: 'draft-8', legacyHeaders: false } as const;

/** Limits by network address, before anything is verified. */
export function limitByAddress(limit: number, identifier: string, refuse: Refuse): RateLimitRequestHandler {
  return rateLimit({ ...minute, limit, identifier, handler: (_request, response) => refuse(response) });
}

/** Limits by who is signed in. */
export function limitByPerson(limit: number, refuse: Refuse): RateLimitRequestHandler {
  return rateLimit({
    ...minute,
    limit,
    identifier: 'person',
    keyGenerator: (_request, response) => signedInOf(response).actor.practitionerId,
    handler: (_request, response) => refuse(response),
  });
}
