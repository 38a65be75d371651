import { problem, type RequestProblem } from '../contracts/problemCode.ts';
import type { Actor } from '../domain/access/actor.ts';
import { londonDate } from '../domain/calendar/london.ts';
import { actorOf } from '../store/practitioners/actorOf.ts';
import type { Dependencies } from './dependencies.ts';

/** Who acts, by the subject of their sign-in, with the appointments in force today. */
export async function signIn(
  { store, clock }: Dependencies,
  subject: string,
): Promise<{ readonly ok: true; readonly actor: Actor } | RequestProblem> {
  const actor = await actorOf(store.reads, subject, londonDate(clock.now()));
  return actor ? { ok: true, actor } : problem('NOT_REGISTERED');
}
