import fs from 'node:fs';
import path from 'node:path';
import { ProcessRecord } from '../processes/processRecord.ts';
import { developmentPorts, type DevelopmentPorts } from './developmentPorts.ts';
import { developmentSecrets, type DevelopmentSecrets } from './developmentSecrets.ts';

/** What every step of a start knows. */
export interface Launch {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly dataDir: string;
  readonly ports: DevelopmentPorts;
  readonly secrets: DevelopmentSecrets;
  readonly record: ProcessRecord;
  readonly say: (line: string) => void;
  /** What has been started and how it is stopped; stopped from the last to the first. */
  readonly stops: (() => Promise<unknown>)[];
}

/** Where everything that a checkout keeps lies, out of version control. */
export function dataFolder(root: string): string {
  return path.join(root, '.data');
}

export function processRecord(root: string): ProcessRecord {
  return new ProcessRecord(path.join(dataFolder(root), 'processes.json'));
}

export function prepareLaunch(root: string, env: NodeJS.ProcessEnv, say: (line: string) => void): Launch {
  const dataDir = dataFolder(root);
  fs.mkdirSync(path.join(dataDir, 'logs'), { recursive: true });
  return {
    root,
    env,
    dataDir,
    ports: developmentPorts(env),
    secrets: developmentSecrets(dataDir),
    record: processRecord(root),
    say,
    stops: [],
  };
}

const tooLongForALog = 10_000_000;

/** The log of one program; a long one is set aside, and one older is kept. */
export function logFile(launch: Launch, name: string): string {
  const file = path.join(launch.dataDir, 'logs', `${name}.log`);
  if (fs.existsSync(file) && fs.statSync(file).size > tooLongForALog) fs.renameSync(file, `${file}.1`);
  return file;
}

/** Does one step; says when it begins to take long and what came of it, with the time it took. */
export async function step<T>(launch: Launch, name: string, work: () => Promise<T>, result?: (value: T) => string) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  let working = setTimeout(sayHowLong, 2000);
  function sayHowLong(): void {
    launch.say(`${name}: working, ${seconds()} s`);
    working = setTimeout(sayHowLong, 10_000);
  }
  try {
    const value = await work();
    launch.say(`${name}: ${result?.(value) ?? 'ready'} (${seconds()} s)`);
    return value;
  } finally {
    clearTimeout(working);
  }
}
