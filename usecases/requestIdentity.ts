import { createHash } from 'node:crypto';
import type { Actor } from '../domain/access/actor.ts';
import type { CommandKey } from '../store/commands/storedCommand.ts';

/** Who sends what, under which key: the same three and the same content are the same request. */
export interface CommandRequest {
  readonly actor: Actor;
  /** The address as a pattern, `POST /cases/:reference/grade`. */
  readonly route: string;
  readonly key: string;
  /** A hash over everything that was asked: address, version and body. */
  readonly bodyHash: string;
  /** Whether what it is about still stands as whoever sends it saw it. Asked before anything is staged, and of no repeat. */
  readonly stillAsSeen?: (this: void) => Promise<boolean>;
}

/** The hash of a request: equal for a repeat, another for another address, version or body. */
export function bodyHashOf(address: string, version: string | null, body: unknown): string {
  return sha256(JSON.stringify([address, version, body]));
}

/** The id of the update a command travels in: it names who sent it, to what and with which key, and says none of it. */
export function updateIdOf({ actorId, route, key, attempt }: CommandKey & { readonly attempt: number }): string {
  // A failed update is remembered by the run of the workflow: what is sent again after a fix has to be another one.
  return sha256(JSON.stringify(attempt === 1 ? [actorId, route, key] : [actorId, route, key, attempt]));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
