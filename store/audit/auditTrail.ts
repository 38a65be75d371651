import type { Areas } from '../../domain/access/auditScope.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { deniedTo } from '../access/deniedTo.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { toInstant } from '../time.ts';

/** For whom: their areas, and no case whose deny list names them. */
export interface TrailReader {
  readonly practitionerId: string;
  readonly areas: Areas;
}

export interface TrailFilter {
  readonly caseId?: string | undefined;
  readonly areaId?: string | undefined;
  readonly actorId?: string | undefined;
  /** `did` is what the record holds, `saw` the access log, `refused` what of it came to nothing. */
  readonly kind?: 'did' | 'saw' | 'refused' | undefined;
  readonly from?: IsoInstant | undefined;
  /** Before this moment. */
  readonly before?: IsoInstant | undefined;
}

/** One line of who saw or did what. */
export interface TrailRow {
  readonly id: string;
  readonly kind: 'did' | 'saw';
  readonly reference: string;
  readonly areaId: string;
  readonly actorId: string | null;
  /** The type of the fact, or the name of the access. */
  readonly event: string;
  readonly data: unknown;
  readonly route: string | null;
  readonly outcome: string | null;
  readonly asRoles: readonly string[];
  readonly address: string | null;
  readonly at: IsoInstant;
}

/** What an access that was turned away is noted as. */
const refusals = Prisma.sql`l.outcome in ('hidden', 'notAllowed', 'refused')`;

/** Who saw or did what on cases, the latest first, after a position. */
export async function auditTrail(
  tx: Tx,
  reader: TrailReader,
  filter: TrailFilter,
  after: { readonly at: IsoInstant; readonly id: string } | null,
  limit: number,
): Promise<TrailRow[]> {
  const facts = Prisma.sql`(select e.id, 'did' as kind, c.reference, c.area_id as "areaId", e.actor_id as "actorId",
      e.type as event, e.data, null as route, null as outcome, '{}'::text[] as "asRoles", null as address,
      e.recorded_at as at
    from audit_event e join "case" c on c.id = e.case_id
    where ${conditions(reader, filter, { at: Prisma.sql`e.recorded_at`, row: Prisma.sql`e` }, after)}
    order by e.recorded_at desc, e.id desc limit ${limit})`;
  const refused = filter.kind === 'refused' ? Prisma.sql`and ${refusals}` : Prisma.empty;
  const accesses = Prisma.sql`(select l.id, 'saw' as kind, c.reference, c.area_id as "areaId", l.actor_id as "actorId",
      l.event, null as data, l.route, l.outcome, coalesce(l.as_roles, '{}') as "asRoles", l.address, l.at
    from access_log l join "case" c on c.id = l.case_id
    where ${conditions(reader, filter, { at: Prisma.sql`l.at`, row: Prisma.sql`l` }, after)} ${refused}
    order by l.at desc, l.id desc limit ${limit})`;
  const { kind } = filter;
  const parts = kind === undefined ? [facts, accesses] : [kind === 'did' ? facts : accesses];
  const rows = await tx.$queryRaw<(Omit<TrailRow, 'at'> & { at: Date })[]>(Prisma.sql`
    select * from (${Prisma.join(parts, ' union all ')}) line order by at desc, id desc limit ${limit}`);
  return rows.map((row) => ({ ...row, at: toInstant(row.at) }));
}

/** The case with a reference, if its trail is for this reader; null where it is not, or where there is none. */
export async function auditedCase(tx: Tx, reader: TrailReader, reference: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select c.id from "case" c where c.reference = ${reference} and ${isFor(reader)}`,
  );
  return row?.id ?? null;
}

function isFor({ practitionerId, areas }: TrailReader): Prisma.Sql {
  const inAreas = areas === 'all' ? Prisma.sql`true` : Prisma.sql`c.area_id = any(${[...areas]}::uuid[])`;
  return Prisma.sql`${inAreas} and not exists (select 1 from denied_person denied
    where denied.practitioner_id = ${practitionerId}::uuid and ${deniedTo(Prisma.sql`denied`)})`;
}

function conditions(
  reader: TrailReader,
  { caseId, areaId, actorId, from, before }: TrailFilter,
  { at, row }: { readonly at: Prisma.Sql; readonly row: Prisma.Sql },
  after: { readonly at: IsoInstant; readonly id: string } | null,
): Prisma.Sql {
  const all = [
    isFor(reader),
    ...(caseId ? [Prisma.sql`c.id = ${caseId}::uuid`] : []),
    ...(areaId ? [Prisma.sql`c.area_id = ${areaId}::uuid`] : []),
    ...(actorId ? [Prisma.sql`${row}.actor_id = ${actorId}::uuid`] : []),
    ...(from ? [Prisma.sql`${at} >= ${from}::timestamptz`] : []),
    ...(before ? [Prisma.sql`${at} < ${before}::timestamptz`] : []),
    ...(after ? [Prisma.sql`(${at}, ${row}.id) < (${after.at}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  return Prisma.join(all, ' and ');
}
