import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { ensureDatabase, withClient } from '../../scripts/postgres/prepareDatabases.ts';
import './testEnvironment.ts';

export interface TestDatabase {
  /** For the role the product runs as: it may not change or delete the audit. */
  readonly url: string;
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

/** A database of the caller's own with all migrations applied; about 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, templateDatabase, ownerPassword, appPassword } = inject('testEnvironment');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(adminUrl, async (admin) => {
    await admin.query(`create database ${name} template ${templateDatabase} owner marac_owner`);
    await ensureDatabase(admin, { name, owner: 'marac_owner', mayConnect: ['marac_app'] });
  });
  const urlFor = (user: string, password: string) => {
    const url = new URL(adminUrl);
    Object.assign(url, { username: user, password, pathname: `/${name}` });
    return url.href;
  };
  return {
    url: urlFor('marac_app', appPassword),
    ownerUrl: urlFor('marac_owner', ownerPassword),
    drop: () =>
      withClient(adminUrl, async (admin) => {
        await admin.query(`drop database if exists ${name} with (force)`);
      }),
  };
}
