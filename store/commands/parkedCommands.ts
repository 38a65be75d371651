import type { MatterType } from '../../domain/matters/matter.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { deniedTo } from '../access/deniedTo.ts';
import { unpark } from '../decisions/unpark.ts';
import { Prisma } from '../generated/client.ts';
import type { Reads } from '../directReads.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';

/** A command that ran into a bug, and which area has to know. */
export interface ParkedCommand {
  readonly id: string;
  readonly about: MatterType;
  readonly caseId: string;
  readonly type: string;
  /** The kind of fault, never its words. */
  readonly problem: string;
  /** A referral that was parked has no case yet: these are what it asks for. */
  readonly reference: string | null;
  readonly areaId: string | null;
  readonly attempt: number;
  readonly since: IsoInstant;
}

/** Whose eyes the list is for: nobody is told of a case they are denied. */
export interface ParkedFor {
  readonly practitionerId: string;
  /** Areas looked after; `'all'`: whatever area it is. */
  readonly areaIds: 'all' | readonly string[];
}

/** Commands that are parked, the longest first; of one id where that is asked. */
export async function parkedCommands(
  tx: Tx,
  by: ParkedFor,
  id: string | null,
  limit: number,
): Promise<readonly ParkedCommand[]> {
  const rows = await tx.$queryRaw<(Omit<ParkedCommand, 'since'> & { since: Date })[]>(Prisma.sql`
    select k.id, k.about, k.case_id as "caseId", k.type, coalesce(k.answer->>'problem', 'unknown') as problem,
           coalesce(c.reference, k.payload->>'reference') as reference, ${areaId} as "areaId", k.attempt,
           coalesce(k.resolved_at, k.staged_at) as since
    ${parkedIn(by)} and (${id}::uuid is null or k.id = ${id}::uuid)
    order by since, k.id limit ${limit}`);
  return rows.map((row) => ({ ...row, since: toInstant(row.since) }));
}

/** How many there are, counted up to a number. */
export async function countParkedCommands(reads: Reads, by: ParkedFor, upTo: number): Promise<number> {
  const [counted] = await reads.$queryRaw<{ count: number }[]>(
    Prisma.sql`select count(*)::int as count from (select 1 ${parkedIn(by)} limit ${upTo}) found`,
  );
  return counted?.count ?? 0;
}

const areaId = Prisma.sql`coalesce(c.area_id, m.area_id, (k.payload->>'areaId')::uuid)`;

/** Where the parked commands `k` that somebody looks after are read from, or counted. */
export function parkedIn({ practitionerId, areaIds }: ParkedFor): Prisma.Sql {
  const inAreas = areaIds === 'all' ? Prisma.sql`true` : Prisma.sql`${areaId} = any(${[...areaIds]}::uuid[])`;
  return Prisma.sql`from command k left join "case" c on c.id = k.case_id left join meeting m on m.id = k.case_id
    where k.status = 'parked' and ${inAreas}
      and not exists (select 1 from denied_person denied where denied.practitioner_id = ${practitionerId}::uuid
        and (${deniedTo(Prisma.sql`denied`)} or denied.person_id::text in (k.payload->>'victimId', k.payload->>'perpetratorId')))`;
}

/** Puts a parked command back among those that wait, as another attempt; false where it is not parked any more. */
export async function stageAgain(
  tx: Tx,
  { id, about, caseId }: Pick<ParkedCommand, 'id' | 'about' | 'caseId'>,
): Promise<boolean> {
  const { count } = await tx.command.updateMany({
    where: { id, status: 'parked' },
    data: { status: 'staged', attempt: { increment: 1 }, answer: Prisma.DbNull, resolvedAt: null },
  });
  if (count > 0) await unpark(tx, about, caseId);
  return count > 0;
}
