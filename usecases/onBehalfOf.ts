import type { Actor } from '../domain/access/actor.ts';
import { withOrigin } from '../store/access/origin.ts';

/** Answers a request on behalf of somebody, so that the access log says as whom and from where they asked. */
export function onBehalfOf(actor: Actor, address: string | undefined, answer: () => void): void {
  const roles = [...new Set(actor.appointments.map(({ role }) => role))].toSorted();
  withOrigin({ roles, address: address ?? null }, answer);
}
