import type { CaseFact, FactData } from '../../domain/lifecycle/caseFact.ts';
import { type MatchReason, sureReasons } from '../../domain/people/matchForms.ts';
import { Prisma } from '../generated/client.ts';
import { sameAsEither } from '../people/samePeople.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { type AboutTheSamePeople, nothingAboutThem } from './aboutTheSamePeople.ts';
import type { FollowUp } from './followUps.ts';

/** A match that nobody was asked about yet, of somebody a referral names. */
interface Matched {
  readonly matchId: string;
  readonly part: 'victim' | 'perpetrator';
  readonly personId: string;
  readonly knownId: string;
  readonly reasons: readonly MatchReason[];
  /** Which of the two the referral does not name. */
  readonly otherId: string;
}

interface CaseWithThem {
  readonly caseId: string;
  readonly areaId: string;
  readonly part: 'victim' | 'perpetrator';
  readonly over: boolean;
}

/**
 * A referral comes of somebody who may be on record already under another spelling or date of birth: its case is to have that
 * decided, and the cases of the other record that go on are to know. Asked once, whatever becomes of it.
 */
export async function noteLikelyMatches(
  tx: Tx,
  { caseId }: { readonly caseId: string },
  facts: readonly CaseFact[],
): Promise<AboutTheSamePeople> {
  const received = facts.find((fact) => fact.type === 'referralReceived');
  if (received?.type !== 'referralReceived') return nothingAboutThem;
  const { data, occurred } = received;
  const noted: CaseFact[] = [];
  const followUps: FollowUp[] = [];
  for (const { otherId, ...match } of await matchesOf(tx, data)) {
    // Here and not by the fact, which other cases record too: one of them would lay an older row over a decision made meanwhile.
    const isFirst = await tx.likelyMatch.updateMany({
      where: { id: match.matchId, notedAt: null },
      data: { notedAt: fromInstant(occurred.at) },
    });
    if (isFirst.count === 0) continue;
    const others = await casesWith(tx, otherId, caseId);
    const otherAreaIds = [...new Set(others.map(({ areaId }) => areaId))];
    noted.push({ type: 'likelyMatchNoted', occurred, data: { ...match, otherAreaIds } });
    for (const { caseId: matterId, part } of others.filter((each) => !each.over)) {
      const payload: FactData['likelyMatchNoted'] = { ...match, part, otherAreaIds: [data.areaId] };
      const to = { about: 'case', matterId, type: 'noteLikelyMatch' } as const;
      // One referral may bring a match of the victim and one of the perpetrator of one case.
      followUps.push({ ...to, payload, occurred, distinguishedBy: match.matchId });
    }
  }
  return { facts: noted, followUps };
}

/**
 * Matches that are sure enough; and less sure ones where the other of the two is, or may be, the same as well: a name without a
 * birthday says much beside somebody who is known. Only of people who are in a case: of others nothing hangs on it yet.
 */
async function matchesOf(tx: Tx, { victimId, perpetratorId }: FactData['referralReceived']): Promise<Matched[]> {
  return tx.$queryRaw<Matched[]>(Prisma.sql`
    with mine (id, part, beside) as (values
        (${victimId}::uuid, 'victim', ${perpetratorId}::uuid), (${perpetratorId}::uuid, 'perpetrator', ${victimId}::uuid)),
      found as (select m.id, mine.part, mine.beside, m.person_id, m.known_id, m.reasons,
          case when m.person_id = mine.id then m.known_id else m.person_id end as other_id
        from mine join likely_match m on m.person_id = mine.id or m.known_id = mine.id
        where m.noted_at is null and m.answer is null)
    select id as "matchId", part, person_id as "personId", known_id as "knownId", reasons, other_id as "otherId" from found f
    where other_id not in (${victimId}::uuid, ${perpetratorId}::uuid)
      and exists (select from "case" c where other_id in (c.victim_id, c.perpetrator_id) and c.erased_at is null)
      and (reasons && ${[...sureReasons]}::text[] or exists (
        select from pair q where f.other_id in (q.victim_id, q.perpetrator_id)
          and (case when q.victim_id = f.other_id then q.perpetrator_id else q.victim_id end) = any(array(
            select unnest(array[f.beside]) union all select bond.other_id from same_person bond where bond.person_id = f.beside
            union all select case when near.person_id = f.beside then near.known_id else near.person_id end
              from likely_match near where f.beside in (near.person_id, near.known_id)
                and near.answer is distinct from 'notSame'
                and near.reasons && ${[...sureReasons, 'fullNameDateOfBirthUnknown']}::text[]))))
    order by part desc, id`);
}

/** The cases somebody is in, the oldest first, and as what. */
async function casesWith(tx: Tx, personId: string, exceptId: string): Promise<CaseWithThem[]> {
  const rows = await tx.case.findMany({
    where: { OR: [{ victimId: personId }, { perpetratorId: personId }], id: { not: exceptId }, erasedAt: null },
    select: { id: true, areaId: true, victimId: true, stage: true },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id: caseId, areaId, victimId, stage }) => ({
    ...{ caseId, areaId, over: stage === 'ended' },
    part: victimId === personId ? 'victim' : 'perpetrator',
  }));
}

/** Once somebody has decided, every other case of the two records that has not ended hears of it. */
export async function followUpsOfMatch(
  tx: Tx,
  caseId: string,
  facts: readonly CaseFact[],
): Promise<readonly FollowUp[]> {
  const decided = facts.find((fact) => fact.type === 'likelyMatchDecided');
  // Told by another case, it is told no further.
  if (decided?.type !== 'likelyMatchDecided' || decided.data.byCaseId !== caseId) return [];
  const { data, occurred } = decided;
  const cases = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select distinct c.id from likely_match m
      join "case" c on c.victim_id = ${sameAsEither(Prisma.sql`m.person_id`, Prisma.sql`m.known_id`)}
        or c.perpetrator_id = ${sameAsEither(Prisma.sql`m.person_id`, Prisma.sql`m.known_id`)}
    where m.id = ${data.matchId}::uuid and c.id <> ${caseId}::uuid and c.stage <> 'ended' order by c.id`);
  const payload = { ...data, reasonId: null };
  return cases.map(({ id }) => {
    return { about: 'case', matterId: id, type: 'noteMatchDecision', payload, occurred };
  });
}
