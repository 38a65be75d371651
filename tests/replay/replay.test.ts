import { describe, expect, inject, it } from 'vitest';
import '../environment/testEnvironment.ts';
import { recordedHistories } from '../histories/recordedHistory.ts';
import { quietEngine } from './quietEngine.ts';
import { replayEach } from './replayEach.ts';

quietEngine();
const histories = recordedHistories();

describe('the workflow code of today', { timeout: 120_000 }, () => {
  it('does with every recorded history what was done then', async () => {
    const broken: string[] = [];
    let replayed = 0;
    for await (const { name, error } of replayEach({ codePath: inject('workflowBundlePath') }, histories)) {
      replayed += 1;
      if (error) broken.push(`${name}: ${error.message}`);
    }
    expect(broken).toEqual([]);
    expect(replayed).toBe(histories.length);
  });
});
