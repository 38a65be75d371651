import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checksumOf, downloadEngine } from './downloadEngine.ts';
import { enginePlatform, enginePrograms } from './enginePrograms.ts';
import { engineVersion } from './engineVersion.ts';

const archiveName = `temporal_${engineVersion}_${enginePlatform().replace('-', '_')}.tar.gz`;
let dir: string;
let server: http.Server;
let files: Record<string, Buffer | string>;

beforeEach(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-download-'));
  server = http.createServer((request, response) => {
    const body = files[path.basename(request.url ?? '')];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.close();
  fs.rmSync(dir, { recursive: true });
});

/** An archive as the release has it: the two programs among other files. */
function archive(): Buffer {
  const from = path.join(dir, 'release');
  fs.mkdirSync(from);
  const names = [...Object.values(enginePrograms('') as unknown as Record<string, string>), 'tdbg', 'LICENSE'];
  for (const name of names) fs.writeFileSync(path.join(from, name), `#!/bin/sh\necho ${name}\n`);
  execFileSync('tar', ['-czf', path.join(dir, 'made.tar.gz'), '-C', from, ...names]);
  return fs.readFileSync(path.join(dir, 'made.tar.gz'));
}

function download() {
  const { port } = server.address() as AddressInfo;
  const env = { MARAC_ENGINE_RELEASES: `http://127.0.0.1:${port}` };
  return downloadEngine({ dir: path.join(dir, 'cache', 'temporal'), env, say: () => undefined });
}

const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex');

describe('the engine’s official release', () => {
  it('is kept, ready to run, when it is what the list of checksums says', async () => {
    const body = archive();
    files = {
      'checksums.txt': `${'0'.repeat(64)}  other.tar.gz\n${sha256(body)}  ${archiveName}\n`,
      [archiveName]: body,
    };
    expect(await download()).toEqual({ ok: true });
    const { server: program } = enginePrograms(path.join(dir, 'cache', 'temporal'));
    expect(execFileSync(program, { encoding: 'utf8' })).toBe('temporal-server\n');
    expect(fs.readdirSync(path.join(dir, 'cache'))).toEqual(['temporal']);
  });

  it('is thrown away when one byte of it differs', async () => {
    const body = archive();
    const list = `${sha256(body)}  ${archiveName}\n`;
    body[body.length - 9] = (body[body.length - 9] ?? 0) ^ 1;
    files = { 'checksums.txt': list, [archiveName]: body };
    const outcome = await download();
    expect(outcome).toMatchObject({ ok: false, why: expect.stringContaining('thrown away') as string });
    expect(fs.existsSync(path.join(dir, 'cache', 'temporal'))).toBe(false);
  });

  it('is passed over when the release has nothing for this platform', async () => {
    files = { 'checksums.txt': `${'0'.repeat(64)}  temporal_0.0.0_plan9_mips.tar.gz\n` };
    expect(await download()).toMatchObject({
      ok: false,
      why: expect.stringContaining('none for this platform') as string,
    });
  });

  it('is passed over with the reason when it cannot be reached', async () => {
    files = {};
    expect(await download()).toEqual({ ok: false, why: 'cannot be reached (answer 404)' });
    const gone = { dir, env: { MARAC_ENGINE_RELEASES: 'http://127.0.0.1:1' }, say: () => undefined };
    const outcome = await downloadEngine(gone);
    expect(outcome.ok).toBe(false);
  });
});

describe('a list of checksums', () => {
  it('is read for exactly the file asked for', () => {
    const sum = 'a'.repeat(64);
    expect(checksumOf(`${sum}  x.tar.gz\n${'b'.repeat(64)} *y.tar.gz`, 'y.tar.gz')).toBe('b'.repeat(64));
    expect(checksumOf(`${sum}  x.tar.gz`, 'tar.gz')).toBeUndefined();
    expect(checksumOf('not-a-sum  x.tar.gz', 'x.tar.gz')).toBeUndefined();
  });
});
