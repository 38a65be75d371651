import fs from 'node:fs';
import { processIdentity } from '../bootstrap/processIdentity.mjs';

export interface RecordedProcess {
  readonly name: string;
  readonly pid: number;
  readonly identity: string;
}

/** Which processes the product runs, on disk: so that after a kill the next start, or a stop, finds what is left. */
export class ProcessRecord {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** Those that still run and are still the same. */
  living(): RecordedProcess[] {
    return this.#read().filter(({ pid, identity }) => processIdentity(pid) === identity);
  }

  find(name: string): RecordedProcess | undefined {
    return this.living().find((process) => process.name === name);
  }

  add(name: string, pid: number): void {
    const identity = processIdentity(pid);
    const others = this.living().filter((process) => process.name !== name);
    this.#write(identity === undefined ? others : [...others, { name, pid, identity }]);
  }

  remove(name: string): void {
    this.#write(this.living().filter((process) => process.name !== name));
  }

  #read(): RecordedProcess[] {
    try {
      return JSON.parse(fs.readFileSync(this.#file, 'utf8')) as RecordedProcess[];
    } catch {
      return [];
    }
  }

  #write(processes: readonly RecordedProcess[]): void {
    fs.writeFileSync(`${this.#file}.new`, JSON.stringify(processes));
    fs.renameSync(`${this.#file}.new`, this.#file);
  }
}
