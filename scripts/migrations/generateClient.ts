import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/**
 * Generates the Prisma client from the schema unless it is there already for exactly this schema and Prisma version.
 * The mark is written last, so a generation that was cut off is done again.
 */
export async function generateClient(root: string): Promise<'current' | 'generated'> {
  const schemaFile = path.join(root, 'prisma', 'schema.prisma');
  const output = path.join(root, 'store', 'generated');
  const markFile = path.join(output, 'made-from.txt');
  const version = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/prisma/package.json'), 'utf8')) as {
    version: string;
  };
  const mark = createHash('sha256').update(version.version).update(fs.readFileSync(schemaFile)).digest('hex');
  if (fs.existsSync(markFile) && fs.readFileSync(markFile, 'utf8').trim() === mark) return 'current';
  fs.rmSync(markFile, { force: true });
  await promisify(execFile)(
    process.execPath,
    [path.join(root, 'node_modules/prisma/build/index.js'), 'generate', '--schema', schemaFile, '--no-hints'],
    {
      cwd: root,
      // Generating needs no schema engine, yet the tool would fetch one from the network: any program satisfies it.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
    },
  );
  fs.writeFileSync(markFile, `${mark}\n`);
  return 'generated';
}
