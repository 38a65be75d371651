import { londonDate } from '../../domain/calendar/london.ts';
import { agenciesByCode } from '../../store/agencies/findAgencies.ts';
import { actorById } from '../../store/practitioners/actorOf.ts';
import type { Dependencies } from '../dependencies.ts';

/** For whom somebody reported who did not say so: their own agency, or "other" where they belong to none. */
export async function agencyOfReporter({ store, clock }: Dependencies, reporterId: string): Promise<string> {
  const actor = await actorById(store.reads, reporterId, londonDate(clock.now()));
  const own = actor?.appointments.find(({ agencyId }) => agencyId !== null)?.agencyId;
  if (own) return own;
  const [other] = await agenciesByCode(store.prisma, ['other']);
  if (!other) throw new Error('There is no agency "other".');
  return other.id;
}
