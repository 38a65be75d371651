import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..', '..');
const rooms = [
  'domain',
  'contracts',
  'workflows',
  'store',
  'activities',
  'usecases',
  'api',
  'web',
  'worker',
  'platform',
  'scripts',
  'bench',
];

interface Report {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** What the import rules say of the rooms in a folder. */
async function cruise(folder: string, present: readonly string[]): Promise<Report> {
  const program = path.join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = ['--config', path.join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...present];
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args], {
    cwd: folder,
    maxBuffer: 64e6,
  }).catch((error: unknown) => error as { stdout: string });
  return JSON.parse(stdout) as Report;
}

describe('who may import whom', { timeout: 60_000 }, () => {
  let house: string;
  beforeAll(() => {
    house = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-house-'));
    fs.symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
    for (const room of rooms) {
      fs.mkdirSync(path.join(house, room));
      fs.writeFileSync(path.join(house, room, 'thing.ts'), 'export const thing = 1;\nexport type Thing = number;\n');
    }
  });
  afterAll(() => fs.rmSync(house, { recursive: true }));

  const planted: [file: string, line: string, rule: string | undefined][] = [
    ['domain/a.ts', "export { thing } from '../store/thing.ts';", 'domain-imports-only-its-own'],
    ['domain/b.ts', "export { z } from 'zod';", 'domain-uses-only-its-packages'],
    ['domain/c.ts', "export { readFileSync } from 'node:fs';", 'domain-is-free-of-node'],
    ['contracts/a.ts', "export { thing } from '../usecases/thing.ts';", 'contracts-imports-only-its-own'],
    ['workflows/a.ts', "export { thing } from '../activities/thing.ts';", 'workflows-takes-only-types'],
    ['workflows/b.ts', "export type { Thing } from '../activities/thing.ts';", undefined],
    ['workflows/c.ts', "export { randomUUID } from 'node:crypto';", 'workflows-is-free-of-node'],
    ['workflows/d.ts', "export { z } from 'zod';", 'workflows-uses-only-its-packages'],
    ['store/a.ts', "export { thing } from '../usecases/thing.ts';", 'store-imports-only-its-own'],
    ['api/a.ts', "export { thing } from '../store/thing.ts';", 'api-imports-only-its-own'],
    ['api/b.ts', "export { Client } from '@temporalio/client';", 'api-uses-only-its-packages'],
    ['api/c.ts', "export type { Thing } from '../store/thing.ts';", 'api-imports-only-its-own'],
    ['api/d.ts', "export { thing } from '../usecases/thing.ts';", undefined],
    ['web/a.ts', "export { thing } from '../store/thing.ts';", 'web-imports-only-its-own'],
    ['web/b.ts', "export { thing } from '../api/thing.ts';", 'web-imports-only-its-own'],
    ['web/c.ts', "export { Client } from '@temporalio/client';", 'web-uses-only-its-packages'],
    ['usecases/a.ts', "export { PrismaClient } from '@prisma/client';", 'usecases-uses-only-its-packages'],
    ['worker/a.ts', "export { thing } from '../api/thing.ts';", 'worker-imports-only-its-own'],
    ['scripts/a.ts', "export { thing } from '../bench/thing.ts';", 'only-its-program-imports-bench'],
    ['scripts/bench.ts', "export { thing } from '../bench/thing.ts';", undefined],
    ['platform/a.ts', "export { gone } from './gone.ts';", 'nothing-unresolvable'],
  ];

  it('catches every forbidden import that is planted and lets the allowed ones pass', async () => {
    for (const [file, line] of planted) fs.writeFileSync(path.join(house, file), `${line}\n`);
    const { summary } = await cruise(house, rooms);
    const caught = planted.map(([file]) => summary.violations.find(({ from }) => from === file)?.rule.name);
    expect(caught).toEqual(planted.map(([, , rule]) => rule));
  });

  it('is kept by every file of the project', async () => {
    const { modules, summary } = await cruise(root, [...rooms, 'dev', 'tests']);
    // A parser that understands nothing finds nothing: there must be something that was looked at.
    expect(modules.filter(({ source }) => source.startsWith('domain/')).length).toBeGreaterThan(50);
    expect(summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`)).toEqual([]);
  });
});
