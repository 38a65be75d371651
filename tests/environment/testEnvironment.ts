import type { FoundBrowser } from '../../scripts/browser/ensureBrowser.ts';

/** What the whole test run shares; tests read it with `inject` through the functions of this folder. */
export interface TestEnvironment {
  /** Postgres as superuser, on its database `postgres`. */
  readonly adminUrl: string;
  /** A migrated, empty database that test databases are copied from. */
  readonly templateDatabase: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    testEnvironment: TestEnvironment;
    /** host:port of the run's own Temporal server, whose workflows' clocks may be sent forward. */
    temporalAddress: string;
    temporalNamespace: string;
    /** The workflow code bundled once for the run; empty while there is none. */
    workflowBundlePath: string;
    /** A browser for tests of pages, or why there is none. */
    browser: FoundBrowser;
  }
}
