import path from 'node:path';
import { defineConfig } from 'vitest/config';

/** Records histories with the same servers the tests have; not part of any test run. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '..', '..'),
  test: {
    name: 'histories',
    pool: 'forks',
    env: { TZ: 'UTC' },
    include: ['tests/histories/*.record.ts'],
    globalSetup: './tests/environment/globalSetup.ts',
    testTimeout: 420_000,
    hookTimeout: 60_000,
    maxConcurrency: 6,
  },
});
