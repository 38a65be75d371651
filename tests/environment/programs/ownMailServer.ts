import fs from 'node:fs';
import path from 'node:path';
import { freePorts } from '../../../scripts/processes/freePorts.ts';
import type { ScratchGuard } from '../../../scripts/processes/guardScratch.ts';
import type { Treatment } from '../../builders/smtpServer.ts';
import { nodeProgram, type NodeProgram } from './nodeProgram.ts';
import { untilTrue } from './untilTrue.ts';

/** One message that the server said it had taken, and when. */
export interface TakenMail {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** An SMTP server as a process of its own. */
export interface OwnMailServer {
  readonly url: string;
  readonly program: NodeProgram;
  /** Starts it and waits until it answers. */
  start(): Promise<void>;
  /** How it treats messages from now on; a new start takes them all. */
  treat(treatment: Treatment): Promise<void>;
  /** Everything it ever took, in order. */
  taken(): readonly TakenMail[];
}

/** Starts the server; what it takes is kept in the folder. */
export async function startOwnMailServer(root: string, folder: string, guard: ScratchGuard): Promise<OwnMailServer> {
  const [smtp = 0, control = 0] = await freePorts(2);
  const takenFile = path.join(folder, 'taken.jsonl');
  fs.writeFileSync(takenFile, '');
  const env = { MAIL_SMTP_PORT: String(smtp), MAIL_CONTROL_PORT: String(control), MAIL_TAKEN_FILE: takenFile };
  const script = 'tests/environment/programs/mailServer/main.ts';
  const program = nodeProgram({ name: 'mail', root, script, env, folder, guard });
  const at = `http://127.0.0.1:${String(control)}`;
  const start = async (): Promise<void> => {
    program.start();
    await untilTrue('the mail server answers', () =>
      fetch(at).then(
        () => true,
        () => false,
      ),
    );
  };
  await start();
  const taken: TakenMail[] = [];
  let seen = 0;
  return {
    url: `smtp://127.0.0.1:${String(smtp)}`,
    program,
    start,
    treat: async (treatment) => void (await fetch(at, { method: 'POST', body: JSON.stringify(treatment) })),
    taken() {
      // Only what came since: a long run takes thousands.
      const fresh = readFrom(takenFile, seen);
      const whole = fresh.subarray(0, fresh.lastIndexOf(10) + 1);
      seen += whole.length;
      for (const line of whole.toString('utf8').split('\n')) if (line !== '') taken.push(JSON.parse(line) as TakenMail);
      return taken;
    },
  };
}

/** What a file holds from a place on. */
function readFrom(name: string, place: number): Buffer {
  const file = fs.openSync(name, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, fs.fstatSync(file).size - place));
    return bytes.subarray(0, fs.readSync(file, bytes, 0, bytes.length, place));
  } finally {
    fs.closeSync(file);
  }
}
