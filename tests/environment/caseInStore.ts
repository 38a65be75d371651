import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { londonMoment } from '../../domain/calendar/london.ts';
import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import { englandAndWales } from '../../domain/calendar/workingCalendar.ts';
import { type CaseState, evolveAll, newCase } from '../../domain/lifecycle/caseState.ts';
import type { CommandAnswer, CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { decide } from '../../domain/lifecycle/decide.ts';
import { deriveId, newId } from '../../platform/ids.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import { fireDueRungs } from '../../store/decisions/fireDueRungs.ts';
import { recordDecision } from '../../store/decisions/recordDecision.ts';
import type { RecordingTools } from '../../store/decisions/recordInMatter.ts';
import type { Store } from '../../store/prismaClient.ts';
import { readColumns } from '../../store/projection/writeSet.ts';
import { whoMaySend } from './whoMaySend.ts';

/** What recording decisions takes, for a store of a test. */
export async function recordingTools(store: Store): Promise<RecordingTools> {
  const columnsOf = await readColumns(store.prisma);
  return { calendar: englandAndWales, columnsOf, deriveId, mailHost: 'marac.example' };
}

/** What is different about one sending. */
interface Sending {
  readonly occurred?: Occurred;
  readonly commandId?: string;
  readonly expectedRevision?: number;
  readonly actorId?: string;
}

/** One case driven straight against the store: decided as the workflow decides, recorded as its activities record. */
export class CaseInStore {
  readonly caseId = newId();
  state: CaseState = newCase();
  readonly #store: Store;
  readonly #tools: RecordingTools;
  readonly #actorId: string;

  constructor(store: Store, tools: RecordingTools, actorId: string) {
    this.#store = store;
    this.#tools = tools;
    this.#actorId = actorId;
  }

  /** Stages a command, decides it and records the decision, at a London moment such as `2026-03-02 10:00`. */
  async send<T extends CommandType>(
    type: T,
    payload: CommandPayloads[T],
    at: string,
    more: Sending = {},
  ): Promise<CommandAnswer> {
    const decide = await this.stage(type, payload, at, more);
    return decide();
  }

  /** Sends a command that is to be accepted. */
  async does<T extends CommandType>(
    type: T,
    payload: CommandPayloads[T],
    at: string,
    more: Sending = {},
  ): Promise<this> {
    const answer = await this.send(type, payload, at, more);
    expect({ type, answer }).toMatchObject({ type, answer: { ok: true } });
    return this;
  }

  /** Stages a command, and gives what decides it: something may happen between the two. */
  async stage<T extends CommandType>(
    type: T,
    payload: CommandPayloads[T],
    at: string,
    more: Sending = {},
  ): Promise<() => Promise<CommandAnswer>> {
    const now = moment(at);
    const occurred = more.occurred ?? { at: now, precision: 'minute' };
    const commandId = more.commandId ?? newId();
    await stageCommand(this.#store.prisma, {
      id: commandId,
      actorId: more.actorId ?? whoMaySend(this.#actorId, type),
      route: `test/${type}`,
      key: randomUUID(),
      bodyHash: 'test',
      caseId: this.caseId,
      type,
      payload,
      occurred,
      expectedRevision: more.expectedRevision ?? null,
      stagedAt: now,
    });
    return () => this.decide(commandId, type, payload, { occurred, now });
  }

  /** Decides a staged command, again and again while another writer was first. */
  async decide<T extends CommandType>(
    commandId: string,
    commandType: T,
    payload: CommandPayloads[T],
    { occurred, now }: { readonly occurred: Occurred; readonly now: IsoInstant },
  ): Promise<CommandAnswer> {
    for (;;) {
      const decision = decide(this.state, { type: commandType, payload }, { occurred, now });
      const seen = { caseId: this.caseId, epoch: 1, version: this.state.version };
      const input = { ...seen, commandId, commandType, occurred, recordedAt: now, decision };
      const outcome = await recordDecision(this.#store, input, this.#tools);
      if (outcome.status === 'superseded') throw new Error('superseded');
      this.state = evolveAll(this.state, outcome.facts);
      if (outcome.status === 'recorded') return outcome.answer;
    }
  }

  /** Fires what is due at a London moment. */
  async fire(at: string): Promise<void> {
    const seen = { caseId: this.caseId, epoch: 1, version: this.state.version };
    const outcome = await fireDueRungs(this.#store, { ...seen, now: moment(at) }, this.#tools);
    if (outcome.status === 'fired') this.state = evolveAll(this.state, outcome.facts);
  }
}

/** A London moment written as `2026-03-02 10:00`. */
export function moment(at: string): IsoInstant {
  const [date = '', time = ''] = at.split(' ');
  return londonMoment(date, time);
}
