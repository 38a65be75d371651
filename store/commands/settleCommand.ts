import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { asJson } from './asJson.ts';

/** Answers a command that no workflow will answer any more; an answer that stands is kept. */
export async function settleCommand(tx: Tx, id: string, answer: CommandAnswer, now: IsoInstant): Promise<void> {
  await tx.command.updateMany({
    where: { id, status: 'staged' },
    data: { status: 'resolved', answer: asJson(answer), resolvedAt: fromInstant(now) },
  });
}
