import { createHash } from 'node:crypto';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { enginePlatform, enginePrograms } from './enginePrograms.ts';
import { engineVersion } from './engineVersion.ts';

export interface Obtaining {
  /** The folder the programs are to lie in when they are complete. */
  readonly dir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
}
export type Obtained = { readonly ok: true } | { readonly ok: false; readonly why: string };

const officialReleases = 'https://github.com/temporalio/temporal/releases/download';
/** A machine that cannot reach the release is to know it soon: there is another way to go. */
const patienceForAnAnswerMs = 8_000;
const patienceForSilenceMs = 20_000;

/**
 * Fetches the official release archive and keeps its two programs, if the archive is the one the release's own list
 * of checksums names. MARAC_ENGINE_RELEASES may name a mirror.
 */
export async function downloadEngine({ dir, env, say }: Obtaining): Promise<Obtained> {
  const archive = `temporal_${engineVersion}_${enginePlatform().replace('-', '_')}.tar.gz`;
  const release = `${env['MARAC_ENGINE_RELEASES'] || officialReleases}/v${engineVersion}`;
  const work = `${dir}.download-${process.pid}`;
  try {
    const checksums = (await fetchWhole(`${release}/checksums.txt`)).toString('utf8');
    const expected = checksumOf(checksums, archive);
    if (!expected) return { ok: false, why: `there is none for this platform (${archive})` };
    say(`Fetching the Temporal server ${engineVersion} (official release).`);
    const body = await fetchWhole(`${release}/${archive}`, progress(say));
    if (createHash('sha256').update(body).digest('hex') !== expected) {
      return { ok: false, why: `${archive} is not what checksums.txt says it is, so it was thrown away` };
    }
    await unpack(body, work);
    moveIn(work, dir);
    return { ok: true };
  } catch (error) {
    return { ok: false, why: `cannot be reached (${plainReason(error)})` };
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** The SHA-256 that a release's list gives for a file, in small hexadecimal; undefined when it is not listed. */
export function checksumOf(list: string, file: string): string | undefined {
  for (const line of list.split('\n')) {
    const [checksum = '', name = ''] = line.trim().split(/\s+\*?/);
    if (name === file && /^[0-9a-f]{64}$/i.test(checksum)) return checksum.toLowerCase();
  }
  return undefined;
}

async function fetchWhole(url: string, onPart?: (done: number, whole: number) => void): Promise<Buffer> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(new Error('no answer')), patienceForAnAnswerMs);
  try {
    const response = await fetch(url, { signal: silence.signal });
    if (!response.ok || !response.body) throw new Error(`answer ${response.status}`);
    const whole = Number(response.headers.get('content-length') ?? 0);
    const parts: Uint8Array[] = [];
    let done = 0;
    for await (const part of response.body as AsyncIterable<Uint8Array>) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(new Error('it went silent half way')), patienceForSilenceMs);
      parts.push(part);
      done += part.length;
      onPart?.(done, whole);
    }
    return Buffer.concat(parts);
  } finally {
    clearTimeout(timer);
  }
}

/** Says every quarter of the way, so that piped output stays short. */
function progress(say: (line: string) => void) {
  let said = 0;
  return (done: number, whole: number) => {
    const quarter = whole > 0 ? Math.floor((done / whole) * 4) : 0;
    if (quarter <= said) return;
    said = quarter;
    say(`  ${Math.round(done / 1e6)} of ${Math.round(whole / 1e6)} MB`);
  };
}

async function unpack(archive: Buffer, work: string): Promise<void> {
  fs.rmSync(work, { recursive: true, force: true });
  fs.mkdirSync(work, { recursive: true });
  fs.writeFileSync(path.join(work, 'archive.tar.gz'), archive);
  const wanted = Object.values(enginePrograms('') as unknown as Record<string, string>);
  await promisify(execFile)('tar', ['-xzf', 'archive.tar.gz', ...wanted], { cwd: work });
  fs.rmSync(path.join(work, 'archive.tar.gz'));
  for (const program of wanted) fs.chmodSync(path.join(work, program), 0o755);
}

/** Puts complete programs in their place in one step; another start may have been quicker, and that is as well. */
export function moveIn(work: string, dir: string): void {
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  const { server, sqlTool } = enginePrograms(dir);
  if (fs.existsSync(server) && fs.existsSync(sqlTool)) return;
  fs.rmSync(dir, { recursive: true, force: true });
  fs.renameSync(work, dir);
}

function plainReason(error: unknown): string {
  const { cause, message } = error as Error;
  const { code } = (cause ?? {}) as { code?: string };
  return code ?? message;
}
