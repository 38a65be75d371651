import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { MatterType } from '../../domain/matters/matter.ts';
import { newAccess, type Access } from '../access/recordAccess.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { asJson } from './asJson.ts';
import type { AnyCommandType, AnyPayload, CommandKey } from './storedCommand.ts';

/** A command before anybody has decided it. */
export interface NewCommand extends CommandKey {
  readonly id: string;
  readonly bodyHash: string;
  /** Left out: a case. */
  readonly about?: MatterType;
  /** The id of the matter: of the case, where it is about one. */
  readonly caseId: string;
  readonly type: AnyCommandType;
  readonly payload: AnyPayload;
  readonly occurred: Occurred;
  readonly expectedRevision: number | null;
  readonly stagedAt: IsoInstant;
}

/**
 * Writes the row of a command. False where the same actor has sent one with this key to this route already: then
 * nothing is written, and the caller leaves its transaction.
 */
export async function stageCommand(tx: Tx, command: NewCommand): Promise<boolean> {
  const { occurred, stagedAt, payload, ...columns } = command;
  const { count } = await tx.command.createMany({
    data: {
      ...columns,
      payload: asJson(payload),
      occurredAt: fromInstant(occurred.at),
      occurredPrecision: occurred.precision,
      status: 'staged',
      stagedAt: fromInstant(stagedAt),
    },
    skipDuplicates: true,
  });
  return count === 1;
}

/**
 * The same together with its line in the access log, in one statement: somebody waits for it. Neither is written where
 * the command is there already.
 */
export async function stageCommandNoted(tx: Tx, command: NewCommand, access: Access): Promise<boolean> {
  const { id, actorId, route, key, bodyHash, about = 'case', caseId, type, payload, occurred } = command;
  const noted = newAccess(access);
  const count = await tx.$executeRaw`
    with staged as (
      insert into command (id, actor_id, route, key, body_hash, about, case_id, type, payload, occurred_at,
        occurred_precision, expected_revision, status, staged_at)
      values (${id}::uuid, ${actorId}::uuid, ${route}, ${key}, ${bodyHash}, ${about}, ${caseId}::uuid, ${type},
        ${JSON.stringify(payload)}::jsonb, ${occurred.at}::timestamptz, ${occurred.precision},
        ${command.expectedRevision}::int, 'staged', ${command.stagedAt}::timestamptz)
      on conflict do nothing returning id)
    insert into access_log (id, actor_id, event, route, case_id, outcome, at, as_roles, address)
    select ${noted.id}::uuid, ${noted.actorId}::uuid, ${noted.event}, ${noted.route}, ${noted.caseId}::uuid,
      ${noted.outcome}, ${access.at}::timestamptz, ${noted.asRoles}::text[], ${noted.address}::text from staged`;
  return count === 1;
}
