import os from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/environment/longestFirst.ts';

const needsServers = ['**/*.integration.test.ts', '**/*.workflow.test.ts', 'tests/**/*.test.ts'];
const needsNone = ['tests/architecture/**/*.test.ts'];
const notOurs = ['**/node_modules/**', '**/.data/**'];

export default defineConfig({
  test: {
    pool: 'forks',
    // Most of them wait for servers: on two cores, one at a time would leave a core idle.
    maxWorkers: Math.max(2, os.availableParallelism() - 1),
    env: { TZ: 'UTC' },
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './tests/environment/countReporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...notOurs, '**/*.integration.test.ts', '**/*.workflow.test.ts', 'tests/!(architecture)/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: needsServers,
          exclude: [...notOurs, ...needsNone],
          globalSetup: './tests/environment/globalSetup.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
