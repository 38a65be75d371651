import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { lockHolder, takeLock } from './lock.mjs';

/** What an installation was made from. It lies inside it, so that a cut-off `npm ci`, which begins by emptying the folder, has none. */
const markName = '.installed-from.json';

/** The signals that ask a program for its end: npm ends with it. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Installs what package-lock.json asks for unless exactly that is installed. Returns undefined or why it cannot be done. */
export async function ensureInstalled(root, say) {
  if (isInstalled(root)) return undefined;
  const lock = await installLock(root, say);
  try {
    if (isInstalled(root)) return undefined;
    const running = lockHolder(path.join(root, '.data', 'start.lock'));
    if (running !== undefined) {
      return `Other packages are asked for than are installed, and the product is running (process ${running}): \`npm stop\` first.`;
    }
    return await install(root, lock, say);
  } finally {
    lock.release();
  }
}

function isInstalled(root) {
  try {
    return fs.readFileSync(path.join(root, 'node_modules', markName), 'utf8') === wanted(root);
  } catch {
    return false;
  }
}

function wanted(root) {
  const lockfile = createHash('sha256').update(fs.readFileSync(path.join(root, 'package-lock.json')));
  return JSON.stringify({ lockfile: lockfile.digest('hex'), platform: process.platform, arch: process.arch });
}

async function installLock(root, say) {
  for (let told = false; ; told = true) {
    const lock = takeLock(path.join(root, '.data', 'install.lock'));
    if (lock.ok) return lock;
    if (!told) say(`Waiting for process ${lock.pid}, which is installing packages here.`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function install(root, lock, say) {
  say('Installing packages (about half a minute, once).');
  const started = Date.now();
  const working = setInterval(() => say(`  still installing, ${Math.round((Date.now() - started) / 1000)} s`), 10_000);
  const { command, args, env } = npm(root);
  const child = spawn(command, [...args, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: command === 'npm' && process.platform === 'win32',
  });
  // Whoever is killed leaves npm at work: the lock holds for it too, so that nobody begins anew under its hands.
  if (child.pid !== undefined) lock.shareWith(child.pid);
  let cutOff = false;
  const end = (signal) => {
    cutOff = true;
    child.kill(signal);
  };
  for (const signal of endings) process.on(signal, end);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.once('close', resolve);
  });
  clearInterval(working);
  for (const signal of endings) process.off(signal, end);
  if (cutOff) return 'Installing packages was cut off. The next start begins it anew.';
  if (code !== 0) return `npm could not install the packages:\n${output.trim()}`;
  fs.writeFileSync(path.join(root, 'node_modules', markName), wanted(root));
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  return undefined;
}

/**
 * npm as the machine has it. Under `npm start` the first Node on the path may be the one that `npm ci` is about to
 * remove, so everything below node_modules is taken off the path.
 */
function npm(root) {
  const inside = path.join(root, 'node_modules');
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => !folder.startsWith(inside));
  const env = { ...process.env, PATH: folders.join(path.delimiter) };
  for (const name of Object.keys(env)) if (/^npm_(package|lifecycle|command)/.test(name)) delete env[name];
  const { npm_execpath: cli, npm_node_execpath: node } = process.env;
  if (cli && node && /npm-cli\.js$/.test(cli) && !node.startsWith(inside)) return { command: node, args: [cli], env };
  return { command: 'npm', args: [], env };
}
