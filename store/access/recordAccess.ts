import { v7 } from 'uuid';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { Prisma } from '../generated/client.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { originNow } from './origin.ts';

/** Who read or did what, when and by which route; codes and ids only. */
export interface Access {
  readonly actorId: string;
  readonly event: string;
  readonly route: string;
  /** Null where it was not about one case. */
  readonly caseId: string | null;
  readonly outcome: string;
  readonly at: IsoInstant;
}

/** Adds to the access log, in the transaction of what it tells of; nothing in it is ever changed. */
export async function recordAccess(tx: Tx, access: Access): Promise<void> {
  await recordAccesses(tx, [access]);
}

/** Adds several entries at once, as where a list shows many cases. */
export async function recordAccesses(tx: Tx, accesses: readonly Access[]): Promise<void> {
  if (accesses.length === 0) return;
  await tx.accessLog.createMany({ data: accesses.map(newAccess) });
}

/** Adds an entry beside a read that has no transaction; whoever reads shows nothing until it is there. */
export async function noteAccess(reads: Store['reads'], access: Access): Promise<void> {
  await noteAccesses(reads, [access]);
}

/** The same for several at once. */
export async function noteAccesses(reads: Store['reads'], accesses: readonly Access[]): Promise<void> {
  const rows = accesses.map(newAccess);
  const [first] = rows;
  if (!first) return;
  const { asRoles, address } = first;
  const all = <C extends keyof typeof first>(column: C) => rows.map((row) => row[column]);
  await reads.$queryRaw(Prisma.sql`
    insert into access_log (id, actor_id, event, route, case_id, outcome, at, as_roles, address)
    select noted.*, ${asRoles}::text[], ${address}::text from unnest(${all('id')}::uuid[], ${all('actorId')}::uuid[],
      ${all('event')}::text[], ${all('route')}::text[], ${all('caseId')}::uuid[], ${all('outcome')}::text[],
      ${all('at')}::timestamptz[]) noted`);
}

/** An entry as its row, under an id of its own, with as whom and from where it was asked. */
export function newAccess({ at, ...access }: Access) {
  const { roles, address } = originNow();
  return { id: v7(), ...access, at: fromInstant(at), asRoles: [...roles], address };
}
