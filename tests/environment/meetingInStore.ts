import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import { decideMeeting, meetingByItself } from '../../domain/meetings/decideMeeting.ts';
import type { MeetingCommandPayloads, MeetingCommandType } from '../../domain/meetings/meetingCommand.ts';
import { evolveMeeting, type MeetingState, newMeeting } from '../../domain/meetings/meetingState.ts';
import { newId } from '../../platform/ids.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import type { RecordingTools } from '../../store/decisions/recordInMatter.ts';
import { fireMeetingRungs, recordMeetingDecision } from '../../store/decisions/recordMeetingDecision.ts';
import type { Store } from '../../store/prismaClient.ts';
import { moment } from './caseInStore.ts';

/** One meeting driven straight against the store: decided as the workflow decides, recorded as its activities record. */
export class MeetingInStore {
  readonly meetingId = newId();
  state: MeetingState = newMeeting();
  readonly #store: Store;
  readonly #tools: RecordingTools;
  readonly #actorId: string;

  constructor(store: Store, tools: RecordingTools, actorId: string) {
    this.#store = store;
    this.#tools = tools;
    this.#actorId = actorId;
  }

  /** Stages a command, decides it and records the decision, at a London moment such as `2026-03-02 10:00`. */
  async send<T extends MeetingCommandType>(
    type: T,
    payload: MeetingCommandPayloads[T],
    at: string,
    commandId = newId(),
  ): Promise<CommandAnswer> {
    const now = moment(at);
    await stageCommand(this.#store.prisma, {
      id: commandId,
      actorId: this.#actorId,
      route: `test/${type}`,
      key: randomUUID(),
      bodyHash: 'test',
      about: 'meeting',
      caseId: this.meetingId,
      type,
      payload,
      occurred: { at: now, precision: 'minute' },
      expectedRevision: null,
      stagedAt: now,
    });
    return this.decide(commandId, type, payload, at);
  }

  /** Decides a staged command; null: what the meeting does by itself. */
  async decide<T extends MeetingCommandType>(
    commandId: string | null,
    commandType: T,
    payload: MeetingCommandPayloads[T],
    at: string,
  ): Promise<CommandAnswer> {
    const now = moment(at);
    const occurred = { at: now, precision: 'minute' } as const;
    const decision = decideMeeting(this.state, { type: commandType, payload }, { occurred, now });
    const seen = { meetingId: this.meetingId, epoch: 1, version: this.state.version };
    const input = { ...seen, commandId, commandType, occurred, recordedAt: now, decision };
    const outcome = await recordMeetingDecision(this.#store, input, this.#tools);
    if (outcome.status !== 'recorded') throw new Error(outcome.status);
    this.state = evolveMeeting(this.state, outcome.facts);
    return outcome.answer;
  }

  /** Lets the meeting do what its time has come for, and fires its rungs, at a London moment. */
  async wake(at: string): Promise<void> {
    const byItself = meetingByItself(this.state, moment(at));
    if (byItself) await this.decide(null, byItself.type, byItself.payload, at);
    const seen = { meetingId: this.meetingId, epoch: 1, version: this.state.version };
    const outcome = await fireMeetingRungs(this.#store, { ...seen, now: moment(at) }, this.#tools);
    if (outcome.status === 'fired') this.state = evolveMeeting(this.state, outcome.facts);
  }
}
