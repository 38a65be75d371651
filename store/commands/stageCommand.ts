import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { asJson } from './asJson.ts';
import type { CommandKey } from './storedCommand.ts';

/** A command before anybody has decided it. */
export interface NewCommand extends CommandKey {
  readonly id: string;
  readonly bodyHash: string;
  readonly caseId: string;
  readonly type: CommandType;
  readonly payload: CommandPayloads[CommandType];
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
