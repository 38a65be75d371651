import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { MatchAnswer } from '../../domain/lifecycle/facts/samePeople.ts';
import type { MatchReason } from '../../domain/people/matchForms.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import { toInstant, toInstantOrNull } from '../time.ts';

/** Another record that may be of somebody in a case, and where that record is found. */
export interface MatchOfCase {
  readonly matchId: string;
  readonly part: 'victim' | 'perpetrator';
  readonly otherId: string;
  readonly reasons: readonly MatchReason[];
  readonly notedAt: IsoInstant;
  readonly answer: MatchAnswer | null;
  readonly decidedAt: IsoInstant | null;
  /** The cases the other record is in, the latest first. */
  readonly cases: readonly { readonly id: string; readonly reference: string; readonly areaId: string }[];
}

type Row = Omit<MatchOfCase, 'notedAt' | 'decidedAt' | 'cases'> & {
  readonly notedAt: Date;
  readonly decidedAt: Date | null;
  readonly cases: MatchOfCase['cases'] | null;
};

/** What was asked, or decided, about the people of a case; the undecided first. */
export async function matchesOfCase(
  tx: Reads,
  { id, victimId, perpetratorId }: { readonly id: string; readonly victimId: string; readonly perpetratorId: string },
): Promise<readonly MatchOfCase[]> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    with mine (id, part) as (values (${victimId}::uuid, 'victim'), (${perpetratorId}::uuid, 'perpetrator')),
      found as (select m.*, mine.part, case when m.person_id = mine.id then m.known_id else m.person_id end as other_id
        from mine join likely_match m on (m.person_id = mine.id or m.known_id = mine.id) and m.noted_at is not null)
    select f.id as "matchId", f.part, f.other_id as "otherId", f.reasons, f.noted_at as "notedAt", f.answer,
      f.decided_at as "decidedAt", (
        select json_agg(json_build_object('id', c.id, 'reference', c.reference, 'areaId', c.area_id) order by c.received_at desc)
        from "case" c where f.other_id in (c.victim_id, c.perpetrator_id) and c.id <> ${id}::uuid) as cases
    from found f order by f.answer is not null, f.part desc, f.noted_at, f.id`);
  return rows.map(({ notedAt, decidedAt, cases, ...row }) => ({
    ...row,
    notedAt: toInstant(notedAt),
    decidedAt: toInstantOrNull(decidedAt),
    cases: cases ?? [],
  }));
}
