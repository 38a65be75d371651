import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { MatterType } from '../../domain/matters/matter.ts';
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
