import { bundleWorkflowCode } from '@temporalio/worker';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleWorkflows } from '../../scripts/bundling/bundleWorkflows.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

/** Packages that workflows are made with; each more is a decision. */
const allowed = [
  '@temporalio/common',
  '@temporalio/workflow',
  'long',
  'ms',
  'nexus-rpc',
  'temporal-polyfill',
  'temporal-utils',
];
/** Whose code may run inside the engine: two rooms, and the one file that seals failures on their way out. */
const ours = /^\.\/(?:domain\/|workflows\/|platform\/failureConverter\.ts$)/;

interface Inside {
  readonly packages: readonly string[];
  /** Files of ours that have no place there. */
  readonly strangers: readonly string[];
}

/** What a bundle is made of: packages, and rooms of the house. */
function insideOf(code: string): Inside {
  const modules = [...code.matchAll(/^\/\*\*\*\/ "(\.\/[^"]+)"/gm)].map(([, name = '']) => name);
  const packages = modules.flatMap((name) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []);
  const strangers = modules.filter((name) => !name.includes('node_modules/') && !ours.test(name));
  return { packages: [...new Set(packages)].toSorted(), strangers };
}

describe('the code that runs inside the engine', { timeout: 120_000 }, () => {
  let code = '';
  beforeAll(async () => {
    code = fs.readFileSync(await bundleWorkflows(root), 'utf8');
  }, 120_000);

  it('is made of workflows and pure rules, and of no package but those named here', () => {
    expect(insideOf(code)).toEqual({ packages: allowed, strangers: [] });
  });

  it('has no use of zod, Prisma, nodemailer or anything of Node’s own', () => {
    expect(code).not.toMatch(/require\("node:/);
    expect(code).not.toMatch(/node_modules\/(zod|@prisma|prisma|nodemailer|pg)\//);
  });

  it('reads no clock and no chance but the engine’s', () => {
    const ours = code.split('/***/ "./').filter((part) => /^(domain|workflows)\//.test(part));
    expect(ours.length).toBeGreaterThan(10);
    for (const part of ours) expect(part).not.toMatch(/Temporal\.Now|randomUUID|performance\.now|process\.env/);
  });
});

/** Something in which a module could keep what it has seen: a variable, or a collection that begins empty. */
const memory = /^(?:export )?(?:let|var) |^(?:export )?const \w+(?:: [^=]+)? = new (?:Weak)?(?:Map|Set)(?:<.*>)?\(\)/m;

describe('the rules, one copy of which all workflows of a worker share', () => {
  const files = fs.readdirSync(path.join(root, 'domain'), { recursive: true, encoding: 'utf8' });
  const rules = files.filter((name) => /(?<!\.test)\.ts$/.test(name));

  it('keep nothing of what they have seen but the results of pure functions', () => {
    expect(rules.length).toBeGreaterThan(100);
    for (const name of rules) {
      const text = fs.readFileSync(path.join(root, 'domain', name), 'utf8');
      expect(memory.test(text), name).toBe(false);
    }
  });

  it('would be seen to, if they did', () => {
    for (const planted of [
      'let seen = 0;',
      'export const known: Map<string, Clock> = new Map();',
      'const all = new Set<string>();',
    ])
      expect(planted).toMatch(memory);
    expect('const kinds = new Set([1]);').not.toMatch(memory);
  });
});

describe('the look inside', { timeout: 120_000 }, () => {
  let folder = '';
  const said: string[] = [];
  const say = (...lines: unknown[]) => void said.push(lines.map(String).join(' '));
  const logger = { log: say, trace: say, debug: say, info: say, warn: say, error: say };

  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(root, 'node_modules', '.cache', 'planted-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function plant(text: string): Promise<string> {
    const workflowsPath = path.join(folder, 'planted.ts');
    fs.writeFileSync(workflowsPath, text);
    const { code } = await bundleWorkflowCode({ workflowsPath, logger });
    return code;
  }

  it('sees a package that does not belong there', async () => {
    const code = await plant(`import { z } from 'zod';\nexport const shape = z.string();\n`);
    expect(insideOf(code).packages).toContain('zod');
  });

  it('is not even needed for Node’s own modules: those do not bundle', async () => {
    await expect(plant(`import fs from 'node:fs';\nexport const here = fs.existsSync('.');\n`)).rejects.toThrow();
    expect(said.join('\n')).toMatch(/disallowed|not handled|node:fs/i);
  });
});
