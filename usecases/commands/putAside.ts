import type { IsoInstant } from '../../domain/calendar/time.ts';
import type { CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { type NewContent, sealContents } from '../../store/content/sealContent.ts';
import { type Correction, layBy } from '../../store/people/correctPeople.ts';
import { findOrCreatePeople, type PersonWanted } from '../../store/people/findOrCreatePeople.ts';
import type { Tx } from '../../store/prismaClient.ts';
import type { Dependencies } from '../dependencies.ts';

/** What a command leaves behind, because none of it may enter the engine: words, and who people are. */
export interface PutAside {
  readonly words: NewContent[];
  readonly people: PersonWanted[];
  readonly corrections: Correction[];
}

/** Whether a command leaves nothing behind. */
export function isNothingAside({ words, people, corrections }: PutAside): boolean {
  return words.length + people.length + corrections.length === 0;
}

/** Writes it down with the command; by the id a person was given beforehand, the one under which they are known. */
export async function writeAside(
  tx: Tx,
  { sealing }: Pick<Dependencies, 'sealing'>,
  { words, people, corrections }: PutAside,
  at: IsoInstant,
): Promise<ReadonlyMap<string, string>> {
  const found = people.length === 0 ? [] : await findOrCreatePeople(tx, sealing, people, at);
  for (const correction of corrections) await layBy(tx, sealing, correction, at);
  await sealContents(tx, sealing, words, at);
  return new Map(people.map(({ newId }, index) => [newId, found[index]?.personId ?? newId]));
}

/** The payload with the person it names under the id by which they are on record. */
export function withPersonFound<P extends CommandPayloads[CommandType]>(
  payload: P,
  ids: ReadonlyMap<string, string>,
): P {
  if (!('personId' in payload) || typeof payload.personId !== 'string') return payload;
  return { ...payload, personId: ids.get(payload.personId) ?? payload.personId };
}
