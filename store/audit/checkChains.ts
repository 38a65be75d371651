import type { AnyFact } from '../../domain/matters/matter.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { brokenLink, type KnownEnd } from '../rebuild/brokenLink.ts';
import { recordedEvent, type RecordedEvent } from '../rebuild/readRecord.ts';
import type { AuditFault } from './auditFault.ts';

const atOnce = 200;

/** Checks the chain of every case and meeting, and that none has lost its whole record; gives each fault as it is found. */
export async function* checkChains(tx: Tx, onMatter: () => void): AsyncGenerator<AuditFault> {
  for (let after: string | null = null; ;) {
    const ids: readonly string[] = await mattersAfter(tx, after);
    const faults = await faultsOf(tx, ids);
    for (const matterId of ids) {
      const fault = faults.get(matterId);
      if (fault) yield fault;
      onMatter();
    }
    after = ids.at(-1) ?? null;
    if (ids.length < atOnce) break;
  }
  for (const matterId of await mattersWithoutRecord(tx)) yield { in: 'matter', matterId };
}

/** How many cases and meetings have a record. */
export async function countMatters(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`select count(distinct case_id)::int as count from audit_event`;
  return row?.count ?? 0;
}

/** The first broken link in the record of one case, with the row it is at; null where its chain holds. */
export async function checkChain(tx: Tx, matterId: string): Promise<AuditFault | null> {
  return (await faultsOf(tx, [matterId])).get(matterId) ?? null;
}

/**
 * The first broken link of each of these records that has one. The ends are read first: what is recorded meanwhile makes a record
 * longer than the end that was known, and never shorter.
 */
async function faultsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, AuditFault>> {
  const ends = await endsOf(tx, ids);
  const records = await recordsOf(tx, ids);
  const faults = new Map<string, AuditFault>();
  for (const matterId of ids) {
    const events = records.get(matterId) ?? [];
    const link = brokenLink(events, ends.get(matterId) ?? null);
    if (link) faults.set(matterId, { in: 'chain', matterId, link, rowId: events[link.seq - 1]?.recorded.id ?? null });
  }
  return faults;
}

async function mattersAfter(tx: Tx, after: string | null): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select distinct case_id as id from audit_event where ${after}::uuid is null or case_id > ${after}::uuid
    order by case_id limit ${atOnce}`);
  return rows.map(({ id }) => id);
}

async function recordsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly RecordedEvent<AnyFact>[]>> {
  const rows = await tx.auditEvent.findMany({
    where: { caseId: { in: [...ids] } },
    orderBy: [{ caseId: 'asc' }, { seq: 'asc' }],
  });
  const events = Map.groupBy(rows, ({ caseId }) => caseId);
  return new Map([...events].map(([id, own]) => [id, own.map((row) => recordedEvent<AnyFact>(row))]));
}

async function endsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KnownEnd>> {
  const rows = await tx.$queryRaw<({ id: string } & KnownEnd)[]>(Prisma.sql`
    select id, seq, last_hash as "lastHash" from "case" where id = any(${[...ids]}::uuid[])
    union all select id, seq, last_hash from meeting where id = any(${[...ids]}::uuid[])`);
  return new Map(rows.map(({ id, ...end }) => [id, end]));
}

async function mattersWithoutRecord(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from (select id, seq from "case" union all select id, seq from meeting) m
    where seq > 0 and not exists (select from audit_event e where e.case_id = m.id) order by id`;
  return rows.map(({ id }) => id);
}
