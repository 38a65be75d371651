import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildEngine } from './buildEngine.ts';
import { enginePrograms } from './enginePrograms.ts';

let dir: string;

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-build-'));
});
afterEach(() => fs.rmSync(dir, { recursive: true }));

/** Stands in for Go, which would take minutes: does with each command what Go does, as far as it is used here. */
function standInForGo(options: { version: string; install: string }): NodeJS.ProcessEnv {
  const bin = path.join(dir, 'bin');
  fs.mkdirSync(bin);
  const script = `#!/bin/sh
case "$1" in
  env) echo "${options.version}" ;;
  get) exit 0 ;;
  list) printf 'fmt\\nos\\nio\\n' ;;
  install) ${options.install} ;;
esac
`;
  fs.writeFileSync(path.join(bin, 'go'), script, { mode: 0o755 });
  return { PATH: `${bin}:/usr/bin:/bin` };
}

const succeeds = `name=$(basename "\${3%@*}"); echo fmt >&2; printf '#!/bin/sh\\necho built %s\\n' "$name" > "$GOBIN/$name"; chmod +x "$GOBIN/$name"`;

describe('the engine built by Go', () => {
  it('ends with both programs under the names of the official release, and nothing beside them', async () => {
    const env = standInForGo({ version: 'go1.22.1', install: succeeds });
    const said: string[] = [];
    const target = path.join(dir, 'cache', 'temporal');
    expect(await buildEngine({ dir: target, env, say: (line) => said.push(line) })).toEqual({ ok: true });
    const programs = enginePrograms(target);
    expect(execFileSync(programs.server, { encoding: 'utf8' })).toBe('built server\n');
    expect(execFileSync(programs.sqlTool, { encoding: 'utf8' })).toBe('built sql\n');
    expect(fs.readdirSync(path.join(dir, 'cache'))).toEqual(['temporal']);
    expect(said.join('\n')).toContain('3 packages');
  });

  it('is given up with Go’s last words when Go fails, and leaves nothing behind', async () => {
    const env = standInForGo({ version: 'go1.26', install: 'echo "no space left" >&2; exit 1' });
    const outcome = await buildEngine({ dir: path.join(dir, 'cache', 'temporal'), env, say: () => undefined });
    expect(outcome).toEqual({ ok: false, why: 'Go could not build it (no space left)' });
    expect(fs.readdirSync(path.join(dir, 'cache'))).toEqual([]);
  });

  it.each(['go1.20.14', 'devel'])('is not tried with %s, which cannot fetch a newer Go by itself', async (version) => {
    const env = standInForGo({ version, install: 'exit 1' });
    const outcome = await buildEngine({ dir: path.join(dir, 'temporal'), env, say: () => undefined });
    expect(outcome).toMatchObject({ ok: false, why: expect.stringContaining('no Go (1.21 or later)') as string });
  });
});
