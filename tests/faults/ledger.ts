import { randomUUID } from 'node:crypto';

/** One command of the load: what was sent under which key, and what came back. */
export interface SentCommand {
  readonly as: string;
  /** Below `/api/v1`. */
  readonly path: string;
  readonly key: string;
  readonly body: object;
  readonly ifMatch: string | null;
  /** How often it was sent, and how often nothing final came back. */
  tries: number;
  lost: number;
  /** What the product said when it said yes. */
  acknowledged: Acknowledgement | null;
}

export interface Acknowledgement {
  readonly commandId: string;
  readonly reference: string;
  readonly revision: number;
  readonly created: Readonly<Record<string, unknown>>;
}

/** Everything that was ever sent, by key: what the checks hold against what the product has. */
export class Ledger {
  readonly #all = new Map<string, SentCommand>();
  #acknowledged = 0;

  enter(as: string, path: string, body: object, ifMatch: string | null = null): SentCommand {
    const command = { as, path, key: randomUUID(), body, ifMatch, tries: 0, lost: 0, acknowledged: null };
    this.#all.set(command.key, command);
    return command;
  }

  /** Notes a yes; another yes for the same command has to say the same. */
  acknowledge(command: SentCommand, answer: Acknowledgement): void {
    const first = command.acknowledged;
    if (!first) this.#acknowledged += 1;
    else if (first.commandId !== answer.commandId || first.revision !== answer.revision)
      throw new Error(`Two answers to one command (${command.path}): ${first.commandId}, ${answer.commandId}.`);
    command.acknowledged = answer;
  }

  /** Strikes out a command that a restored database has lost. */
  forget({ key }: SentCommand): void {
    this.#all.delete(key);
  }

  all(): readonly SentCommand[] {
    return [...this.#all.values()];
  }

  get acknowledged(): number {
    return this.#acknowledged;
  }

  /** Answers that never came: each of these commands was sent again with its key. */
  get lost(): number {
    return this.all().reduce((sum, { lost }) => sum + lost, 0);
  }
}
