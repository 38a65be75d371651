import { seedDevelopment } from '../../dev/seedDevelopment.ts';
import type { RecordingTools } from '../../store/decisions/recordInMatter.ts';
import { createStore, type Store } from '../../store/prismaClient.ts';
import { moment, recordingTools } from './caseInStore.ts';
import { createTestDatabase, type TestDatabase } from './createTestDatabase.ts';

/** A database of a test with the people and areas of development in it, and what recording decisions there takes. */
export interface SeededStore {
  readonly database: TestDatabase;
  readonly store: Store;
  readonly tools: RecordingTools;
  end(): Promise<void>;
}

/** Seeds a database of its own as of 5 January 2026; `max` is how many connections the store of the application has. */
export async function seededStore(max = 4): Promise<SeededStore> {
  const database = await createTestDatabase();
  const owner = createStore(database.ownerUrl, { max: 2 });
  await seedDevelopment(owner, moment('2026-01-05 09:00'));
  await owner.close();
  const store = createStore(database.url, { max });
  const end = async () => {
    await store.close();
    await database.drop();
  };
  return { database, store, tools: await recordingTools(store), end };
}
