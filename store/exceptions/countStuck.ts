import type { Actor } from '../../domain/access/actor.ts';
import { asOverseer } from '../../domain/access/overseers.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { visibleAssessments } from '../assessments/findAssessments.ts';
import { type ParkedFor, parkedIn } from '../commands/parkedCommands.ts';
import type { Reads } from '../directReads.ts';
import { Prisma } from '../generated/client.ts';
import { undelivered } from '../notices/undelivered.ts';
import { plannedOnce } from '../statementNames.ts';
import { stuckCases } from './caseExceptions.ts';
import { stuckMeetings } from './meetingExceptions.ts';

/**
 * How many things are stuck that an actor may see, as far as the database alone can say it, counted up to a number:
 * cases, meetings, messages, assessments and, for those who look after them, referrals that were parked.
 */
export async function countStuck(
  reads: Reads,
  actor: Actor,
  parkedBy: ParkedFor | null,
  now: IsoInstant,
  upTo: number,
): Promise<number> {
  const all = [
    Prisma.sql`from ${stuckCases(actor, null)} stuck`,
    Prisma.sql`from ${stuckMeetings(actor, null, now)} stuck`,
    ...(asOverseer(actor) ? [undelivered(actor)] : []),
    visibleAssessments(actor, 'open'),
    visibleAssessments(actor, 'handoverRefused'),
    // A referral that was parked has no case yet that could be counted for it.
    ...(parkedBy ? [Prisma.sql`${parkedIn(parkedBy)} and k.type = 'submitReferral'`] : []),
  ];
  // Part of the statement: so it is planned once, by how little is read, and not each time anew.
  const most = Prisma.raw(String(upTo));
  const some = all.map((from) => Prisma.sql`(select 1 ${from} limit ${most})`);
  const [counted] = await reads.$queryRaw<{ count: number }[]>(
    Prisma.sql`select ${plannedOnce} count(*)::int as count from (${Prisma.join(some, ' union all ')} limit ${most}) found`,
  );
  return counted?.count ?? 0;
}
