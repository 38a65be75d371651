import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import type { Store } from '../prismaClient.ts';
import { WriteSet } from '../projection/writeSet.ts';
import { fromInstant } from '../time.ts';
import { appendFacts } from './appendFacts.ts';
import { noticesForFacts } from './noticesForFacts.ts';
import { openCase } from './openCase.ts';
import type { RecordingTools } from './recordDecision.ts';

/** A command, or a firing of ladders, that ran into a bug. */
export interface ParkedCommand {
  readonly caseId: string;
  readonly commandId: string | null;
  readonly commandType: string;
  /** The kind of fault, never its words: those might quote a row. */
  readonly problem: string;
  readonly at: IsoInstant;
}

/** Sets a command aside and marks its case, so that it stands among the exceptions until somebody has mended it. */
export async function parkCommand(store: Store, parked: ParkedCommand): Promise<void> {
  const { caseId, commandId, commandType, problem, at } = parked;
  await store.prisma.$transaction([
    store.prisma.command.updateMany({
      where: { id: commandId ?? caseId, status: 'staged' },
      data: { status: 'parked', answer: { commandType, problem }, resolvedAt: fromInstant(at) },
    }),
    store.prisma.case.updateMany({ where: { id: caseId }, data: { parked: true } }),
  ]);
}

/** Puts into the record of a case that a command was parked, and tells the administrators. */
export async function tellOfParking(store: Store, parked: ParkedCommand, tools: RecordingTools): Promise<void> {
  const { caseId, commandId, commandType, problem, at } = parked;
  await store.prisma.$transaction(async (tx) => {
    const open = await openCase(tx, caseId, commandId, londonDate(at));
    if (!open.standing) return;
    // Ladders are tried again every few minutes: once a day is often enough to be told that they still fail.
    const name = `parked/${commandId === null ? londonDate(at) : at}`;
    const id = tools.deriveId(commandId ?? caseId, name);
    if ((await tx.auditEvent.count({ where: { id } })) > 0) return;
    const fact: CaseFact = {
      type: 'commandParked',
      occurred: { at, precision: 'minute' },
      data: { commandType, problem },
    };
    const writes = new WriteSet();
    const appended = appendFacts(
      open,
      [fact],
      {
        actorId: null,
        commandId,
        recordedAt: at,
        policyVersion: open.policyOn(londonDate(at)).version,
        calendarVersion: tools.calendar.version,
        idFor: () => id,
        movesRevision: false,
      },
      writes,
    );
    await noticesForFacts(tx, open, appended, tools, writes);
    await writes.flush(tx, tools.columnsOf);
  });
}
