import rateLimit, { type RateLimitRequestHandler } from 'express-rate-limit';
import { problem } from '../contracts/problemCode.ts';
import { actorOfRequest } from './handle.ts';
import { sendProblem } from './problems.ts';

/** Requests a minute; generous, because a bulk of work from one office is work. */
export interface Limits {
  readonly perAddress: number;
  readonly perActor: number;
}

export const generousLimits: Limits = { perAddress: 12_000, perActor: 6_000 };

const minute = {
  windowMs: 60_000,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  handler: (_request, response) => sendProblem(response, problem('TOO_MANY_REQUESTS')),
} satisfies Parameters<typeof rateLimit>[0];

/** Limits by network address, before anything is verified. */
export function limitByAddress({ perAddress }: Limits): RateLimitRequestHandler {
  return rateLimit({ ...minute, limit: perAddress, identifier: 'address' });
}

/** Limits by who is signed in. */
export function limitByActor({ perActor }: Limits): RateLimitRequestHandler {
  return rateLimit({
    ...minute,
    limit: perActor,
    identifier: 'actor',
    keyGenerator: (_request, response) => actorOfRequest(response).practitionerId,
  });
}
