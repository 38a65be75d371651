import { ApplicationFailure } from '@temporalio/workflow';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import { busy } from '../messages.ts';

/** A command that waits for its turn, and the caller who waits for the answer. */
export interface Waiting<C> {
  readonly command: C;
  readonly answer: (answer: CommandAnswer) => void;
  readonly fail: (error: ApplicationFailure) => void;
}

/** Commands of one matter, one at a time, in the order in which they came. */
export class CommandQueue<C> {
  readonly #waiting: Waiting<C>[] = [];
  #draining = false;
  /** The engine lets ten updates be under way at once; a crowd is sent back before it runs into that. */
  readonly #mostWaiting = 9;

  /** Refuses to take a command now; synchronous, and about the queue alone. */
  assertOpen(): void {
    if (this.#draining || this.#waiting.length >= this.#mostWaiting)
      throw ApplicationFailure.create({
        type: busy,
        message: 'It is busy; send the command again.',
        nonRetryable: true,
      });
  }

  /** Takes a command and gives its answer when its turn has come. */
  take(command: C): Promise<CommandAnswer> {
    return new Promise<CommandAnswer>((answer, fail) => {
      this.#waiting.push({ command, answer, fail });
    });
  }

  next(): Waiting<C> | undefined {
    return this.#waiting.shift();
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** From now on nothing new is taken, so that a new run can begin with nobody waiting. */
  drain(): void {
    this.#draining = true;
  }
}
