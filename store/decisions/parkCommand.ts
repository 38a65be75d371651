import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CaseFact } from '../../domain/lifecycle/caseFact.ts';
import type { AnyFact, MatterStanding, MatterType } from '../../domain/matters/matter.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { WriteSet } from '../projection/writeSet.ts';
import { fromInstant } from '../time.ts';
import { appendFacts } from './appendFacts.ts';
import { calendarOf } from './calendarOf.ts';
import { inOneRecording } from './inOneRecording.ts';
import type { OpenMatter } from './matterKind.ts';
import { noticesForFacts } from './noticesForFacts.ts';
import { openCase } from './openCase.ts';
import type { RecordingTools } from './recordInMatter.ts';
import { markParked } from './unpark.ts';

/** A command, or a firing of ladders, that ran into a bug. */
export interface ParkedInMatter {
  readonly commandId: string | null;
  readonly commandType: string;
  /** The kind of fault, never its words: those might quote a row. */
  readonly problem: string;
  readonly at: IsoInstant;
}

export interface ParkedCommand extends ParkedInMatter {
  readonly caseId: string;
}

/** Sets a command aside and marks its matter, so that it stands among the exceptions until somebody has mended it. */
export async function parkInMatter(store: Store, table: MatterType, id: string, parked: ParkedInMatter): Promise<void> {
  const { commandId, commandType, problem, at } = parked;
  await store.prisma.$transaction(async (tx) => {
    await tx.command.updateMany({
      where: { id: commandId ?? id, status: 'staged' },
      data: { status: 'parked', answer: { commandType, problem }, resolvedAt: fromInstant(at) },
    });
    await markParked(tx, table, id, true);
  });
}

/** Puts into the record of a case that a command was parked, and tells the administrators. */
export async function tellOfParking(store: Store, parked: ParkedCommand, tools: RecordingTools): Promise<void> {
  const { caseId, commandId } = parked;
  await inOneRecording(store, async (tx) => {
    await recordParking<CaseFact>(tx, await openCase(tx, caseId, commandId, londonDate(parked.at)), parked, tools);
  });
}

/** The same in a matter that is open under its lock. */
export async function recordParking<F extends AnyFact>(
  tx: Tx,
  open: OpenMatter<MatterStanding, F, unknown>,
  { commandId, commandType, problem, at }: ParkedInMatter,
  tools: RecordingTools,
): Promise<void> {
  if (!open.standing) return;
  // Ladders are tried again every few minutes: once a day is often enough to be told that they still fail.
  const name = `parked/${commandId === null ? londonDate(at) : at}`;
  const id = tools.deriveId(commandId ?? open.id, name);
  if ((await tx.auditEvent.count({ where: { id } })) > 0) return;
  // Every kind of matter knows this fact.
  const fact = { type: 'commandParked', occurred: { at, precision: 'minute' }, data: { commandType, problem } };
  const writes = new WriteSet();
  const appended = appendFacts(
    open,
    [fact as unknown as F],
    {
      actorId: null,
      commandId,
      decidedAt: at,
      policyVersion: open.policyOn(londonDate(at)).version,
      calendarVersion: calendarOf(open, tools).version,
      idFor: () => id,
      movesRevision: false,
    },
    writes,
  );
  await noticesForFacts(tx, open, appended, tools, writes);
  await writes.flush(tx, tools.columnsOf);
}
