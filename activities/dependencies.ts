import type { Client } from '@temporalio/client';
import type { RecordingTools } from '../store/decisions/recordInMatter.ts';
import type { Dependencies } from '../usecases/dependencies.ts';
import type { Store } from '../store/prismaClient.ts';

/** What the activities work with, handed over once by the worker. */
export interface ActivityDependencies {
  readonly store: Store;
  readonly tools: RecordingTools;
  readonly client: Client;
  readonly taskQueue: string;
  /** The file outside the database to which the tip of the audit's chain is written. */
  readonly anchorFile: string;
  /** What sending staged commands again takes. */
  readonly reconciling: Dependencies;
}
