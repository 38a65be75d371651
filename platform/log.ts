import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/** Places where what people wrote, or what lets somebody in, could reach a log: removed wherever they appear. */
const removed = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'body',
  'content',
  'name',
  'email',
  'address',
  'phone',
  'query',
].flatMap((key) => [`["${key}"]`, `*["${key}"]`, `*.*["${key}"]`]);

/** A log of JSON lines; on a developer's terminal, lines to read. Errors lose their message: it may quote a person. */
export function createLog(
  program: string,
  options: { readonly level: string; readonly development: boolean },
  destination: DestinationStream = terminalOrJson(options.development),
): Log {
  return pino(
    {
      level: options.level,
      base: { program },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: { paths: removed, censor: '[removed]' },
      serializers: { err: describeError, error: describeError },
    },
    destination,
  );
}

/** What may be said of an error in a log: its kind, its code and where it arose. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code, cause, name } = error as Error & { code?: unknown };
  return {
    kind: name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .map((line) => line.trim()),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

function terminalOrJson(development: boolean): DestinationStream {
  const json = { write: (line: string) => void process.stdout.write(line) };
  if (!development || !process.stdout.isTTY) return json;
  return { write: (line) => void process.stdout.write(`${readable(line)}\n`) };
}

interface PrintedLine {
  readonly level: number;
  readonly time: string;
  readonly program: string;
  readonly msg?: string;
}

const levels: Record<number, string> = { 20: 'debug', 30: 'info', 40: 'warning', 50: 'error', 60: 'fatal' };

/** A line for people from a line for programs: time of day, level, program, message and the rest as it is. */
export function readable(line: string): string {
  const { level, time, program, msg = '', ...rest } = JSON.parse(line) as PrintedLine;
  const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
  return `${time.slice(11, 19)} ${levels[level] ?? level} ${program}: ${msg}${more}`;
}
