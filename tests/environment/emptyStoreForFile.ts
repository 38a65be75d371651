import { afterAll, beforeAll } from 'vitest';
import { createStore, type Store } from '../../store/prismaClient.ts';
import { begun } from './begun.ts';
import { createTestDatabase, type TestDatabase } from './createTestDatabase.ts';
import { namedBefore } from './namedBefore.ts';

/** A store in which nothing is: begun before the tests of a file, with so many connections, and ended after them. */
export function emptyStoreForFile(max: number): Store {
  let database: TestDatabase | undefined;
  let store: Store | undefined;
  beforeAll(async () => {
    database = await createTestDatabase();
    store = createStore(database.url, { max });
  });
  afterAll(async () => {
    await store?.close();
    await database?.drop();
  });
  return namedBefore(() => begun(store));
}
