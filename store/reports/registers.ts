import type { Actor } from '../../domain/access/actor.ts';
import { endOfLondonDay, startOfLondonDay } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant } from '../../domain/calendar/time.ts';
import { visibleCases } from '../access/visibleCases.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toInstant, toInstantOrNull } from '../time.ts';
import { samePairAs } from '../people/samePeople.ts';

/** Which entries of a register: those of these London days, both included, in these areas, in cases the actor may see. */
export interface RegisterSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly areas: 'all' | readonly string[];
  readonly after: { readonly at: IsoInstant; readonly id: string } | null;
  readonly limit: number;
}

interface Outcome {
  readonly stage: string;
  readonly heardAt: IsoInstant | null;
  readonly closedAt: IsoInstant | null;
  readonly supportEnd: string | null;
  /** When the same two people came back as a repeat after this; null where they have not. */
  readonly repeatedAt: IsoInstant | null;
  /** What the last review of the risk after this found. */
  readonly lastReview: string | null;
}

/** A grade that somebody raised by judgement above what was counted, with what became of the case. */
export interface OverrideEntry extends Outcome {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly areaId: string;
  readonly at: IsoInstant;
  readonly fromGrade: string;
  readonly toGrade: string;
  readonly reasonId: string | null;
}

/** A repeat, beside the case it repeats, with what became of it. */
export interface RepeatEntry extends Outcome {
  readonly id: string;
  readonly caseId: string;
  readonly reference: string;
  readonly areaId: string;
  readonly at: IsoInstant;
  readonly repeatOfId: string;
  readonly earlierReceivedAt: IsoInstant;
  readonly gradeBefore: string | null;
  readonly grade: string | null;
  readonly planReviewed: boolean;
}

/** The register of overrides, the oldest entry first. */
export async function overridesRegister(tx: Tx, actor: Actor, span: RegisterSpan): Promise<OverrideEntry[]> {
  const rows = await tx.$queryRaw<Stored<OverrideEntry>[]>(Prisma.sql`
    SELECT o.id::text, c.id::text AS "caseId", c.reference, c.area_id::text AS "areaId", o.occurred_at AS at,
      o.from_grade AS "fromGrade", o.to_grade AS "toGrade", o.content_id::text AS "reasonId", ${outcome(Prisma.sql`o.occurred_at`)}
    FROM grade_override o JOIN "case" c ON c.id = o.case_id
    WHERE ${within(Prisma.sql`o.occurred_at`, Prisma.sql`o.id`, span)} AND (${visibleCases(actor)})
    ORDER BY o.occurred_at, o.id LIMIT ${span.limit}`);
  return rows.map((row) => ({ ...row, ...instants(row) }));
}

/** The register of repeats, the oldest entry first. */
export async function repeatsRegister(tx: Tx, actor: Actor, span: RegisterSpan): Promise<RepeatEntry[]> {
  const rows = await tx.$queryRaw<Stored<RepeatEntry>[]>(Prisma.sql`
    SELECT c.id::text, c.id::text AS "caseId", c.reference, c.area_id::text AS "areaId", c.received_at AS at,
      c.repeat_of_id::text AS "repeatOfId", earlier.received_at AS "earlierReceivedAt", earlier.grade AS "gradeBefore",
      c.grade, c.plan_reviewed AS "planReviewed", ${outcome(Prisma.sql`c.received_at`)}
    FROM "case" c JOIN "case" earlier ON earlier.id = c.repeat_of_id
    WHERE ${within(Prisma.sql`c.received_at`, Prisma.sql`c.id`, span)} AND (${visibleCases(actor)})
    ORDER BY c.received_at, c.id LIMIT ${span.limit}`);
  return rows.map((row) => ({ ...row, ...instants(row), earlierReceivedAt: toInstant(row.earlierReceivedAt) }));
}

type Stored<T> = { [K in keyof T]: K extends `${string}At` | 'at' ? (null extends T[K] ? Date | null : Date) : T[K] };

function instants(row: Stored<Outcome & { readonly at: IsoInstant }>) {
  return {
    at: toInstant(row.at),
    heardAt: toInstantOrNull(row.heardAt),
    closedAt: toInstantOrNull(row.closedAt),
    repeatedAt: toInstantOrNull(row.repeatedAt),
  };
}

/** What became of the case `c` after a moment. */
function outcome(since: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`c.stage, c.heard_at AS "heardAt", c.closed_at AS "closedAt", c.support_end AS "supportEnd",
    (SELECT min(later.received_at) FROM "case" later WHERE later.pair_id = ${samePairAs(Prisma.sql`c.pair_id`)} AND later.id <> c.id
       AND later.repeat_of_id IS NOT NULL AND later.received_at > ${since}) AS "repeatedAt",
    (SELECT review.change FROM risk_review review WHERE review.case_id = c.id AND review.occurred_at > ${since}
       ORDER BY review.occurred_at DESC, review.id DESC LIMIT 1) AS "lastReview"`;
}

function within(at: Prisma.Sql, id: Prisma.Sql, { from, to, areas, after }: RegisterSpan): Prisma.Sql {
  const inAreas = areas === 'all' ? Prisma.empty : Prisma.sql`AND c.area_id = ANY(${[...areas]}::uuid[])`;
  const further = after ? Prisma.sql`AND (${at}, ${id}) > (${fromInstant(after.at)}, ${after.id}::uuid)` : Prisma.empty;
  return Prisma.sql`${at} >= ${startOfLondonDay(from)}::timestamptz AND ${at} < ${endOfLondonDay(to)}::timestamptz
    ${inAreas} ${further}`;
}
