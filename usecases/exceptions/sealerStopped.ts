import type { Actor } from '../../domain/access/actor.ts';
import { addHours } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { unsealedSince } from '../../store/audit/unsealedSince.ts';
import type { Dependencies } from '../dependencies.ts';
import { looksAfterReports } from './looksAfterReports.ts';

/** The sealer comes round every minute: a quarter of an hour without it is no pause. */
const patienceHours = 0.25;

/** Since when the audit is not sealed any more, for those who run an area; null while it is, and for everybody else. */
export async function sealerStopped({ store, clock }: Dependencies, actor: Actor): Promise<IsoInstant | null> {
  return looksAfterReports(actor) ? unsealedSince(store.reads, addHours(clock.now(), -patienceHours)) : null;
}
