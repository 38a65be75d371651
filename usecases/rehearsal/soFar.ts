import { problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type { RehearsedRequest } from '../../contracts/rehearsal.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { type CaseState, evolveAll, newCase } from '../../domain/lifecycle/caseState.ts';
import { referenceOf } from '../../store/cases/findCase.ts';
import type { StoredCommand } from '../../store/commands/storedCommand.ts';
import type { RecordingTools } from '../../store/decisions/recordInMatter.ts';
import type { Tx } from '../../store/prismaClient.ts';
import { forEngine } from '../../store/projection/recordedFact.ts';
import { readRecord } from '../../store/rebuild/readRecord.ts';
import { createdIds } from '../createdIds.ts';
import type { Dependencies } from '../dependencies.ts';

/** What a rehearsal goes by. */
export interface Rehearsal {
  readonly tx: Tx;
  /** With a store that reads and writes in the transaction. */
  readonly deps: Dependencies;
  readonly tools: RecordingTools;
  readonly actor: Actor;
  /** Who is to speak for the service; null where nobody is named. */
  readonly serviceId: string | null;
  /** The same with their posts; null where it is not looked at whether they may, and anybody of the service stands in. */
  readonly speaker: Actor | null;
}

/** A case as far as it has come in a rehearsal. */
export interface SoFar {
  readonly known: { readonly id: string; readonly reference: string } | null;
  /** Null until it is needed where the case was taken over before. */
  readonly state: CaseState | null;
  readonly takenBefore: boolean;
  readonly revision: number | null;
  /** The ids of what came into being, by the names in the requests. */
  readonly made: ReadonlyMap<string, string>;
  /** Something was sent before and is not decided yet. */
  readonly waits: boolean;
}

export const nothingYet: SoFar = {
  known: null,
  state: null,
  takenBefore: false,
  revision: null,
  made: new Map(),
  waits: false,
};

/** The case as it stands: of one that was taken over before, by its record. */
export async function caseOf({ tx }: Rehearsal, soFar: SoFar): Promise<SoFar> {
  const { known, state } = soFar;
  if (known === null || state !== null) return soFar;
  const record = await readRecord(tx, known.id);
  const facts = record.map(({ recorded }) => forEngine(recorded));
  return { ...soFar, state: evolveAll(newCase(), facts) };
}

/** The case after a request that was recorded before. */
export async function withMade(
  { tx }: Rehearsal,
  soFar: SoFar,
  { makes }: RehearsedRequest,
  command: StoredCommand,
): Promise<SoFar | RequestProblem> {
  const { answer, caseId } = command;
  const reference = soFar.known?.reference ?? (await referenceOf(tx, caseId));
  if (!answer?.ok || reference === null) return problem('NOT_FOUND');
  return {
    ...soFar,
    known: { id: caseId, reference },
    takenBefore: true,
    revision: answer.revision,
    made: new Map([...soFar.made, ...namesOfMade(makes, command)]),
  };
}

/** Ids of what a command brings into being, under the names that were given for them. */
export function namesOfMade(
  makes: readonly string[],
  command: Pick<StoredCommand, 'type' | 'payload' | 'caseId'>,
): readonly (readonly [string, string])[] {
  const ids = Object.entries(createdIds(command)).flatMap(([of, id]) => (of === 'reference' ? [] : id));
  return makes.map((name, at) => [name, ids[at] ?? ''] as const);
}
