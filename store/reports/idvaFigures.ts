import { endOfLondonDay, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate } from '../../domain/calendar/time.ts';
import { standsAsReferral } from '../cases/standsAsReferral.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';

/** What an IDVA service did in one area for the victims referred, and those whose support ended, on some London days. */
export interface IdvaFigures {
  readonly areaId: string;
  readonly referrals: number;
  /** Of these referrals: engaged with the service at any time since. */
  readonly engaged: number;
  readonly supportEnded: number;
  readonly saferYes: number;
  readonly saferNo: number;
  readonly stoppedYes: number;
  readonly stoppedNo: number;
  /** Reviews of the risk on these days, by the change they found. */
  readonly riskLower: number;
  readonly riskSame: number;
  readonly riskHigher: number;
}

export interface IdvaSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly areaIds: readonly string[];
}

/**
 * The figures of each area, in the order of the areas asked for. A referral counts on the day it was received, unless
 * it was declined or merged into another; an exit on the day support ended, whenever the referral came.
 */
export async function idvaFigures(tx: Tx, { from, to, areaIds }: IdvaSpan): Promise<IdvaFigures[]> {
  const within = (column: Prisma.Sql) =>
    Prisma.sql`(${column} >= ${startOfLondonDay(from)}::timestamptz and ${column} < ${endOfLondonDay(to)}::timestamptz)`;
  const received = Prisma.sql`${within(Prisma.sql`c.received_at`)} and ${standsAsReferral(Prisma.sql`c`)}`;
  const ended = within(Prisma.sql`c.support_ended_at`);
  return tx.$queryRaw<IdvaFigures[]>(Prisma.sql`
    select area.id as "areaId",
      count(c.id) filter (where ${received})::int as referrals,
      count(c.id) filter (where ${received} and c.first_engaged_at is not null)::int as engaged,
      count(c.id) filter (where ${ended})::int as "supportEnded",
      count(c.id) filter (where ${ended} and c.felt_safer = 'yes')::int as "saferYes",
      count(c.id) filter (where ${ended} and c.felt_safer = 'no')::int as "saferNo",
      count(c.id) filter (where ${ended} and c.abuse_stopped = 'yes')::int as "stoppedYes",
      count(c.id) filter (where ${ended} and c.abuse_stopped = 'no')::int as "stoppedNo",
      coalesce(sum(r.lower), 0)::int as "riskLower", coalesce(sum(r.same), 0)::int as "riskSame",
      coalesce(sum(r.higher), 0)::int as "riskHigher"
    from unnest(${[...areaIds]}::uuid[]) with ordinality area (id, place)
      left join "case" c on c.area_id = area.id
      left join lateral (select count(*) filter (where review.change = 'lower') as lower,
          count(*) filter (where review.change = 'same') as same,
          count(*) filter (where review.change = 'higher') as higher
        from risk_review review where review.case_id = c.id and ${within(Prisma.sql`review.occurred_at`)}) r on true
    group by area.id, area.place order by area.place`);
}
