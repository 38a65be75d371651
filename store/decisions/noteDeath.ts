import { londonDate } from '../../domain/calendar/london.ts';
import type { Occurred, Precision } from '../../domain/calendar/time.ts';
import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import { refuse, type Refusal } from '../../domain/lifecycle/refusal.ts';
import { Prisma } from '../generated/client.ts';
import { samePersonAs } from '../people/samePeople.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';
import { type AboutTheSamePeople, nothingAboutThem } from './aboutTheSamePeople.ts';
import type { OpenCase } from './openCase.ts';

/**
 * What the product sends on of a death, or of one that was taken back, may be overtaken on its way: a death that stands nowhere any more
 * freezes nothing, and one that was recorded since keeps what it froze. What a person says themselves is not asked about.
 */
export async function refuseOvertakenDeath(
  tx: Tx,
  { standing, sentOn }: { readonly standing: OpenCase['standing']; readonly sentOn: boolean },
  facts: readonly CaseFact[],
): Promise<Refusal | null> {
  if (!sentOn || !standing) return null;
  if (facts.some(({ type }) => type === 'victimDied'))
    return (await deathOf(tx, standing.victimId)) ? null : refuse('DEATH_TAKEN_BACK');
  if (facts.some(({ type }) => type === 'deathTakenBack'))
    return (await deathOf(tx, standing.victimId)) ? refuse('ALREADY_DIED') : null;
  return null;
}

/**
 * A case comes of a victim whose death is on record in another, or two records turn out to be of one person who has died: contact
 * stops here too, and whoever decides on a review hears of this case. A referral is frozen as it is recorded, so that nobody is asked
 * to call first. Of abuse on a day after the death it is not: then one of the two is wrong, and she may be living.
 */
export async function noteDeath(
  tx: Tx,
  { caseId, standing }: Pick<OpenCase, 'caseId' | 'standing'>,
  facts: readonly CaseFact[],
): Promise<AboutTheSamePeople> {
  if (facts.some(({ type }) => type === 'victimDied') && standing) await lockVictim(tx, standing.victimId);
  const takenBack = facts.find((fact) => fact.type === 'deathTakenBack');
  if (takenBack?.type === 'deathTakenBack' && standing)
    return takenBack.data.elsewhere === true
      ? nothingAboutThem
      : everywhere(tx, caseId, standing.victimId, takenBack.occurred);
  const received = facts.find((fact) => fact.type === 'referralReceived');
  if (received?.type === 'referralReceived') {
    const occurred = await deathOf(tx, received.data.victimId);
    const { incidentOn } = received.data;
    if (!occurred || (incidentOn !== null && incidentOn > londonDate(occurred.at))) return nothingAboutThem;
    return { facts: [{ type: 'victimDied', occurred, data: { contentId: null } }], followUps: [] };
  }
  const isOnePerson = facts.some((fact) => fact.type === 'likelyMatchDecided' && fact.data.answer === 'same');
  if (!isOnePerson || !standing || standing.frozen) return nothingAboutThem;
  const occurred = await deathOf(tx, standing.victimId);
  if (!occurred) return nothingAboutThem;
  // A command of its own, which takes back a transfer that waits as well.
  const payload = { contentId: null };
  return { facts: [], followUps: [{ about: 'case', matterId: caseId, type: 'recordDeath', payload, occurred }] };
}

/** Every other case of hers that a death has frozen hears that she lives, by a command of its own; one that has ended altogether begins to live again for it. */
async function everywhere(tx: Tx, caseId: string, victimId: string, occurred: Occurred): Promise<AboutTheSamePeople> {
  await lockVictim(tx, victimId);
  const others = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT c.id FROM "case" c WHERE c.victim_id = ${samePersonAs(Prisma.sql`${victimId}::uuid`)} AND c.id <> ${caseId}::uuid
      AND c.frozen ORDER BY c.id`);
  const payload = { reasonId: null, elsewhere: true };
  const about = { about: 'case', type: 'takeBackDeath', payload, occurred } as const;
  return { facts: [], followUps: others.map(({ id }) => ({ ...about, matterId: id })) };
}

/** When somebody died, as the first case of theirs that was told has it; null where none is on record, or whichever was has been taken back since. */
async function deathOf(tx: Tx, victimId: string): Promise<Occurred | null> {
  await lockVictim(tx, victimId);
  const [death] = await tx.$queryRaw<{ at: Date; precision: Precision }[]>(Prisma.sql`
    SELECT told.occurred_at AS at, told.occurred_precision AS precision
    FROM "case" c JOIN audit_event told ON told.case_id = c.id AND told.type = 'victimDied'
    WHERE c.victim_id = ${samePersonAs(Prisma.sql`${victimId}::uuid`)} AND c.frozen
      AND NOT EXISTS (SELECT FROM "case" other JOIN audit_event back ON back.case_id = other.id AND back.type = 'deathTakenBack'
        WHERE other.victim_id = ${samePersonAs(Prisma.sql`${victimId}::uuid`)} AND back.recorded_at > told.recorded_at)
    ORDER BY told.recorded_at, told.id LIMIT 1`);
  return death ? { at: toInstant(death.at), precision: death.precision } : null;
}

/** Of a death and a referral that come in one moment one sees the other. */
async function lockVictim(tx: Tx, victimId: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`
    SELECT pg_advisory_xact_lock(hashtextextended(id::text, 3))::text FROM (
      SELECT ${victimId}::uuid AS id UNION SELECT other_id FROM same_person WHERE person_id = ${victimId}::uuid ORDER BY id) them`);
}
