import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Check } from './checks.ts';
import { runChecks } from './runChecks.ts';

const check = (name: string, program: string): Check => ({ name, args: ['-e', program] });

describe('the checks', { timeout: 120_000 }, () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'marac-checks-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('are all made, and those that failed are named with what they said', async () => {
    const said: string[] = [];
    const checks = [
      check('one', ''),
      check('two', 'console.log("a line is too long"); process.exitCode = 1'),
      check('three', ''),
      check('four', 'console.error("nobody uses this"); process.exitCode = 2'),
    ];
    const failed = await runChecks(folder, checks, 2, (line) => said.push(line));
    expect(failed.toSorted()).toEqual(['four', 'two']);
    const results = said.map((line) => /^(\w+) +(\w+) \(/.exec(line)?.slice(1).join(' ')).toSorted();
    expect(results).toEqual(['FAILED four', 'FAILED two', 'ok one', 'ok three']);
    expect(said.join()).toContain('a line is too long');
    expect(said.join()).toContain('nobody uses this');
  });

  it(
    'are made so many at once: two that wait for each other both come to their end',
    { timeout: 120_000 },
    async () => {
      const meet = (own: string, other: string) => `
      const fs = require('node:fs');
      fs.writeFileSync(${JSON.stringify(own)}, '');
      setInterval(() => fs.existsSync(${JSON.stringify(other)}) && process.exit(0), 20);
      setTimeout(() => process.exit(1), 60_000);`;
      const checks = [check('this', meet('this', 'that')), check('that', meet('that', 'this'))];
      expect(await runChecks(folder, checks, 2, () => undefined)).toEqual([]);
    },
  );
});
