import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stages } from '../../domain/lifecycle/stage.ts';
import { lifecyclePage } from '../../scripts/diagram/lifecyclePage.ts';

const file = path.resolve(import.meta.dirname, '..', '..', 'docs', 'case-lifecycle.md');

describe('the page about the stages of a case', () => {
  it('is as the transition table has it (node scripts/run.mjs diagram writes it anew)', () => {
    expect(fs.readFileSync(file, 'utf8')).toBe(lifecyclePage());
  });

  it('shows every stage', () => {
    const [, drawn = ''] = lifecyclePage().split('```');
    for (const stage of stages.filter((each) => each !== 'new')) expect(drawn).toContain(stage);
  });
});
