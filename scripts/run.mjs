// Runs one of the project's programs: node scripts/run.mjs <name> [arguments].
// This is the first thing that happens on a machine: it uses nothing but the machine's own Node (20 or later), sees to
// it that the packages and the database client made from the schema are there, and hands over to the Node that came with them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureClient } from './bootstrap/client.mjs';
import { ensureInstalled } from './bootstrap/install.mjs';
import { findRuntime } from './bootstrap/runtime.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const [name = '', ...args] = process.argv.slice(2);
process.exitCode = await main();

async function main() {
  const program = programFor(name);
  if (!program) return refuse(`There is no program "${name}" in scripts/.`);
  const problem = await ensureInstalled(root, say);
  if (problem) return refuse(problem);
  const runtime = findRuntime(root);
  if (!runtime.ok) return refuse(runtime.why);
  const withoutClient = ensureClient(root, runtime.node, say);
  if (withoutClient) return refuse(withoutClient);
  return handOver(runtime.node, [program, ...args]);
}

function say(line) {
  console.log(line);
}

function programFor(word) {
  if (!/^[a-z-]+$/.test(word)) return undefined;
  const places = [`${word}.ts`, path.join(word, 'main.ts')].map((file) => path.join(root, 'scripts', file));
  return places.find((file) => fs.existsSync(file));
}

function refuse(why) {
  console.error(why);
  return 1;
}

/** Runs the program to its end and passes on the signals that ask for that end. */
function handOver(node, commandLine) {
  const bin = path.join(root, 'node_modules', '.bin');
  const env = { ...process.env, TZ: 'UTC', PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
  if (!process.stdout.isTTY) {
    // Piped output is to be read by people and programs alike: no colours, no moving lines.
    env.NO_COLOR = '1';
    delete env.FORCE_COLOR;
  }
  const child = spawn(node, commandLine, { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(refuse(`${node} cannot be run: ${error.message}`)));
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
