import { Connection } from '@temporalio/client';
import fs from 'node:fs';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { withClient } from '../../scripts/postgres/prepareDatabases.ts';
import { createTestDatabase } from './createTestDatabase.ts';

describe('the servers every test run has to itself', () => {
  const opened: { drop(): Promise<void> }[] = [];
  afterAll(() => Promise.all(opened.map((database) => database.drop())));

  it('give each test a migrated database that the product signs in to with its own, lesser role', async () => {
    const database = await createTestDatabase();
    opened.push(database);
    const seen = await withClient(database.url, (client) => client.query('select current_user as role'));
    expect(seen.rows).toEqual([{ role: 'marac_app' }]);
    await expect(withClient(database.url, (client) => client.query('create table mine (id int)'))).rejects.toThrow(
      /permission denied/,
    );
    const tables = await withClient(database.ownerUrl, (client) =>
      client.query("select to_regclass('_prisma_migrations') as name"),
    );
    expect(tables.rows).toEqual([{ name: '_prisma_migrations' }]);
  });

  it('keep what one test writes away from another', async () => {
    const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    opened.push(one, other);
    await withClient(one.ownerUrl, (client) => client.query('create table only_here (id int)'));
    const seen = await withClient(other.ownerUrl, (client) => client.query("select to_regclass('only_here') as name"));
    expect(seen.rows).toEqual([{ name: null }]);
  });

  it('include an engine that knows what cases are searched by', async () => {
    const connection = await Connection.connect({ address: inject('temporalAddress') });
    const namespace = inject('temporalNamespace');
    const known = await connection.operatorService.listSearchAttributes({ namespace });
    expect(Object.keys(known.customAttributes ?? {}).sort()).toEqual(['CaseArea', 'CaseStage']);
    await connection.close();
  });

  it('include the workflow code, bundled once', () => {
    const file = inject('workflowBundlePath');
    expect(file === '' || fs.existsSync(file)).toBe(true);
  });
});
