import fs from 'node:fs';

/** From this level on a line of a log (pino's numbers) is worth a look at once. */
const warning = 40;
const lookEveryMs = 500;

/** Says the warnings and errors that a program writes to its log from now on, in short; everything else stays there. */
export function followLog(file: string, say: (line: string) => void): { stop(): void } {
  let position = fs.existsSync(file) ? fs.statSync(file).size : 0;
  let rest = '';
  const look = (): void => {
    const added = readFrom(file, position);
    position += added.length;
    const lines = (rest + added.toString('utf8')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const short = shortWarning(line);
      if (short) say(short);
    }
  };
  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      look();
    },
  };
}

/** A warning or error of a JSON log in a few words; undefined for anything else. */
export function shortWarning(line: string): string | undefined {
  try {
    const { level, msg, code } = JSON.parse(line) as { level?: number; msg?: string; code?: string };
    if (level === undefined || level < warning) return undefined;
    return `${level > warning ? 'error' : 'warning'}: ${msg ?? 'without a word'}${code ? ` (${code})` : ''}`;
  } catch {
    return undefined;
  }
}

function readFrom(file: string, position: number): Buffer {
  try {
    const handle = fs.openSync(file, 'r');
    try {
      const size = fs.fstatSync(handle).size;
      const buffer = Buffer.alloc(Math.max(0, size - position));
      fs.readSync(handle, buffer, 0, buffer.length, position);
      return buffer;
    } finally {
      fs.closeSync(handle);
    }
  } catch {
    return Buffer.alloc(0);
  }
}
