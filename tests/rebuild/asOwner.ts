import { inject } from 'vitest';
import { createStore, type Store } from '../../store/prismaClient.ts';
import '../environment/testEnvironment.ts';

/** The database of a test as somebody sees it who may do anything there: change its schema, damage its record. */
export function asOwner(databaseUrl: string): Store {
  const { adminUrl } = inject('testEnvironment');
  const url = new URL(adminUrl);
  url.pathname = new URL(databaseUrl).pathname;
  return createStore(url.href, { max: 1 });
}
