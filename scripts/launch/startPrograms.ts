import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { followLog } from '../processes/followLog.ts';
import { supervise, type Supervised } from '../processes/supervise.ts';
import { logFile, step, type Launch } from './launch.ts';
import { apiUrl, inboxUrl, issuer, webUrl } from './programEnvironment.ts';
import { requireFreePort } from './requireFreePort.ts';

export type ProgramName = 'sign-in' | 'inbox' | 'worker' | 'api' | 'web';

interface Program {
  readonly name: ProgramName;
  readonly script: string;
  readonly ports: readonly (readonly [variable: string, port: number])[];
  /** Answers 200 once the program does its work; a program without one is ready when it runs. */
  readonly readyUrl?: string;
}

const readyPatienceMs = 60_000;
const stopPatienceMs = 15_000;

/** Starts one of the product's programs, waits until it is ready, and keeps it running. */
export async function startProgram(launch: Launch, name: ProgramName, env: NodeJS.ProcessEnv): Promise<void> {
  const program = { name, ...programs(launch)[name] };
  if (!fs.existsSync(path.join(launch.root, program.script))) {
    launch.say(`${name}: ${program.script} is not there, left out`);
    return;
  }
  for (const [variable, port] of program.ports) await requireFreePort(name, variable, port);
  await step(launch, name, () => startAndWait(launch, program, env));
}

/** Runs one of the project's scripts to its end; its output is shown only when it fails. */
export async function runScript(launch: Launch, script: string, env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await promisify(execFile)(process.execPath, [path.join(launch.root, script)], { cwd: launch.root, env });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${script} failed:\n${`${stdout}${stderr}`.trim()}`);
  }
}

function programs(launch: Launch): Record<ProgramName, Omit<Program, 'name'>> {
  const { ports } = launch;
  return {
    'sign-in': {
      script: 'dev/identity/main.ts',
      ports: [['MARAC_IDENTITY_PORT', ports.identity]],
      readyUrl: `${issuer(launch)}/.well-known/openid-configuration`,
    },
    inbox: {
      script: 'dev/inbox/main.ts',
      ports: [
        ['MARAC_INBOX_PORT', ports.inbox],
        ['MARAC_SMTP_PORT', ports.smtp],
      ],
      readyUrl: `${inboxUrl(launch)}/api/messages`,
    },
    worker: { script: 'worker/main.ts', ports: [] },
    api: {
      script: 'api/main.ts',
      ports: [['MARAC_API_PORT', ports.api]],
      readyUrl: `${apiUrl(launch)}/readyz`,
    },
    web: {
      script: 'web/main.ts',
      ports: [['MARAC_WEB_PORT', ports.web]],
      readyUrl: `${webUrl(launch)}/readyz`,
    },
  };
}

async function startAndWait(launch: Launch, program: Program, env: NodeJS.ProcessEnv): Promise<void> {
  const log = logFile(launch, program.name);
  const following = followLog(log, (line) => launch.say(`${program.name}: ${line}`));
  const supervised = supervise(
    { name: program.name, script: path.join(launch.root, program.script), cwd: launch.root, env, logFile: log },
    launch.record,
    launch.say,
  );
  launch.stops.push(async () => {
    await supervised.stop(stopPatienceMs);
    following.stop();
  });
  if (program.readyUrl) await untilReady(program, program.readyUrl, supervised, log);
}

async function untilReady(program: Program, url: string, supervised: Supervised, log: string): Promise<void> {
  const until = Date.now() + readyPatienceMs;
  let answer = 'no answer';
  while (Date.now() < until && supervised.ends() < 3) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      if (response.ok) return;
      answer = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch {
      answer = 'no answer';
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const lastWords = fs.readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  throw new Error(`${program.name} does not become ready (${url}: ${answer}). The end of ${log}:\n${lastWords}`);
}
