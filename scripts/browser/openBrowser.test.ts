import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserArguments } from './openBrowser.ts';

describe('the browser that programs look with', () => {
  it('leaves out whatever Playwright leaves out, whose own list no longer counts', () => {
    const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
    const playwright = fs.readFileSync(path.join(path.dirname(manifest), 'lib', 'coreBundle.js'), 'utf8');
    const [, theirs = ''] = /disabledFeatures = \[([\s\S]*?)\]/.exec(playwright) ?? [];
    const names = [...theirs.matchAll(/^\s*"(\w+)"/gm)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(10);
    const lists = browserArguments.filter((argument) => argument.startsWith('--disable-features='));
    expect(lists).toHaveLength(1);
    expect(lists[0]?.split('=')[1]?.split(',')).toEqual(expect.arrayContaining(names));
  });
});
