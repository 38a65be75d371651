import type { IsoInstant } from '../../domain/calendar/time.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { storedCommand, type CommandKey, type StoredCommand } from './storedCommand.ts';

/** The command that this actor sent to this route with this key, or null. */
export async function findCommand(tx: Tx, { actorId, route, key }: CommandKey): Promise<StoredCommand | null> {
  const row = await tx.command.findUnique({ where: { actorId_route_key: { actorId, route, key } } });
  return row && storedCommand(row);
}

/**
 * Whether somebody else has sent this to this route under one of these keys, and it was not refused: about a case, or, where none is
 * known yet, as the beginning of one that is taken over.
 */
export async function isSentByAnother(
  tx: Tx,
  {
    actorId,
    route,
    keys,
    caseId,
  }: Omit<CommandKey, 'key'> & { readonly keys: readonly string[]; readonly caseId: string | null },
): Promise<boolean> {
  // Named and not filled in, so that the index of adoptions by their key can be used.
  const among =
    caseId === null
      ? Prisma.sql`route = 'POST /adoptions'`
      : Prisma.sql`case_id = ${caseId}::uuid and route = ${route}`;
  const [row] = await tx.$queryRaw<{ found: boolean }[]>(Prisma.sql`
    select exists (select from command where ${among} and key = any(${[...keys]}) and actor_id <> ${actorId}::uuid
      and (answer is null or answer->>'ok' = 'true')) as found`);
  return row?.found ?? false;
}

/** A command by its id, or null. */
export async function commandById(tx: Tx, id: string): Promise<StoredCommand | null> {
  const row = await tx.command.findUnique({ where: { id } });
  return row && storedCommand(row);
}

/** The referral that this actor sent under a reference and that has not been decided yet, or null. */
export async function undecidedReferral(tx: Tx, actorId: string, reference: string): Promise<StoredCommand | null> {
  const undecided = { type: 'submitReferral', status: { in: ['staged', 'parked'] } };
  const row = await tx.command.findFirst({
    where: { actorId, ...undecided, payload: { path: ['reference'], equals: reference } },
  });
  return row && storedCommand(row);
}

/** Commands that the decision of another led to and that have no answer yet, in a fixed order. */
export async function unresolvedCausedBy(tx: Tx, causeId: string): Promise<StoredCommand[]> {
  const rows = await tx.command.findMany({ where: { causeId, status: 'staged' }, orderBy: { id: 'asc' } });
  return rows.map(storedCommand);
}

/** Commands staged before a moment and not answered yet, oldest first. */
export async function unresolvedCommands(tx: Tx, before: IsoInstant, limit: number): Promise<StoredCommand[]> {
  const rows = await tx.command.findMany({
    where: { status: 'staged', stagedAt: { lt: fromInstant(before) } },
    orderBy: { stagedAt: 'asc' },
    take: limit,
  });
  return rows.map(storedCommand);
}
