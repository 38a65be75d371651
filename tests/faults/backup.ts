import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { OwnCluster } from '../environment/programs/ownCluster.ts';
import type { World } from './world.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** Copies the data of a server, which is stopped for it in order and started again. */
export async function backUp(cluster: OwnCluster): Promise<string> {
  const { dir } = cluster;
  const copy = `${dir}.copy`;
  fs.rmSync(copy, { recursive: true, force: true });
  await cluster.stop();
  await promisify(execFile)('cp', ['-a', dir, copy]);
  await cluster.start();
  return copy;
}

/** Puts a copy in the place of a server's data: what came after it is gone. */
export async function putBack(cluster: OwnCluster, copy: string): Promise<void> {
  const { dir } = cluster;
  await cluster.stopAtOnce();
  fs.rmSync(dir, { recursive: true, force: true });
  await promisify(execFile)('cp', ['-a', copy, dir]);
  await cluster.start();
}

/** What `npm run reproject -- --workflows` did: its exit code and what it said. */
export async function reprojectWorkflows({
  product,
}: World): Promise<{ readonly code: number; readonly said: string }> {
  const program = path.join(root, 'scripts', 'reproject.ts');
  const child = spawn(process.execPath, [program, '--workflows'], { cwd: root, env: { ...product.env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (said += part.toString()));
  const code = await new Promise<number>((resolve) => child.once('close', (ended) => resolve(ended ?? 1)));
  return { code, said };
}
