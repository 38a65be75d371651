import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { workflowIds } from '../../contracts/workflowIds.ts';
import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { CaseState } from '../../domain/lifecycle/caseState.ts';
import type { CommandAnswer, CommandPayloads, CommandType } from '../../domain/lifecycle/command.ts';
import { newId } from '../../platform/ids.ts';
import type { Sent } from '../../platform/engine.ts';
import { stageCommand } from '../../store/commands/stageCommand.ts';
import type { EngineCommand } from '../../workflows/messages.ts';
import type { TestProduct } from './startWorkerForTest.ts';
import { whoMaySend } from './whoMaySend.ts';

/** One case driven on the real engine: staged as use cases stage, sent as Updates. */
export class CaseOnEngine {
  readonly caseId = newId();
  readonly product: TestProduct;
  readonly #actorId: string;
  readonly #offsetMs: () => number;

  /** `offsetMs`: how far the workflow's clock has been sent ahead of the machine's. */
  constructor(product: TestProduct, actorId: string, offsetMs: () => number = () => 0) {
    this.product = product;
    this.#actorId = actorId;
    this.#offsetMs = offsetMs;
  }

  get workflowId(): string {
    return workflowIds.ofCase(this.caseId);
  }

  now(): IsoInstant {
    return new Date(Date.now() + this.#offsetMs()).toISOString();
  }

  /** Stages a command and gives its row's id with what the engine is sent. */
  async stage<T extends CommandType>(
    type: T,
    payload: CommandPayloads[T],
    occurred: Occurred = { at: this.now(), precision: 'minute' },
  ): Promise<EngineCommand> {
    const commandId = newId();
    await stageCommand(this.product.store.prisma, {
      id: commandId,
      actorId: whoMaySend(this.#actorId, type),
      route: `test/${type}`,
      key: randomUUID(),
      bodyHash: 'test',
      caseId: this.caseId,
      type,
      payload,
      occurred,
      expectedRevision: null,
      stagedAt: this.now(),
    });
    return { commandId, type, payload, occurred } as EngineCommand;
  }

  /** Long enough for sixty commands at once on a crowded machine: how soon an answer comes is no test's business. */
  deliver(command: EngineCommand, timeoutMs = 50_000): Promise<Sent> {
    const start = command.type === 'submitReferral';
    return this.product.engine.sendCommand(this.caseId, command, { start, updateId: command.commandId, timeoutMs });
  }

  /** Stages and sends a command, and gives the answer of the case. */
  async send<T extends CommandType>(type: T, payload: CommandPayloads[T], occurred?: Occurred): Promise<CommandAnswer> {
    const answer = await this.deliver(await this.stage(type, payload, occurred));
    if (answer === 'pending' || answer === 'gone') throw new Error(`${type} had no answer: ${answer}`);
    return answer;
  }

  async state(): Promise<CaseState> {
    return this.product.worker.client.workflow.getHandle(this.workflowId).query<CaseState>('state');
  }

  /** Waits until something holds of the database, looking again and again; fails after a deadline. */
  async until(what: string, holds: () => Promise<boolean>, deadlineMs = 20_000): Promise<void> {
    const deadline = Date.now() + deadlineMs;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error(`It never came to this: ${what}`);
      await pause(50);
    }
  }
}
