import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Generates the Prisma client unless it is there for exactly this schema and Prisma version, before any program loads
 * it: one that was made from another schema fails in the middle of the work. The mark is written last, so a generation
 * that was cut off is done again. Returns undefined or why it cannot be done.
 */
export function ensureClient(root, node, say) {
  const prisma = path.join(root, 'node_modules', 'prisma');
  const schema = path.join(root, 'prisma', 'schema.prisma');
  const markFile = path.join(root, 'store', 'generated', 'made-from.txt');
  const { version } = JSON.parse(fs.readFileSync(path.join(prisma, 'package.json'), 'utf8'));
  const mark = createHash('sha256').update(version).update(fs.readFileSync(schema)).digest('hex');
  if (fs.existsSync(markFile) && fs.readFileSync(markFile, 'utf8').trim() === mark) return undefined;
  say('Generating the database client (a few seconds, once).');
  fs.rmSync(markFile, { force: true });
  const program = [path.join(prisma, 'build', 'index.js'), 'generate', '--schema', schema, '--no-hints'];
  // Generating needs no schema engine, yet the tool would fetch one from the network: any program satisfies it.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: node, CHECKPOINT_DISABLE: '1' };
  const { status, error, stderr } = spawnSync(node, program, { cwd: root, env, encoding: 'utf8' });
  if (status !== 0) return `The database client could not be generated:\n${error?.message ?? stderr.trim()}`;
  fs.writeFileSync(markFile, `${mark}\n`);
  return undefined;
}
