import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import pg from 'pg';
import { ensureDatabase, ensureRole, withClient } from '../postgres/prepareDatabases.ts';
import { engineDatabases } from './engineVersion.ts';

export interface EngineStore {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

type EngineDatabase = (typeof engineDatabases)[number];

/**
 * Gives the engine its databases with today's schema. Each is built or brought up to date under another name and
 * renamed when its own version table says it is done: a kill on the way leaves only something to throw away.
 * The engine must not be running.
 */
export async function prepareEngineDatabases(sqlTool: string, adminUrl: string, store: EngineStore): Promise<void> {
  await withClient(adminUrl, (admin) => ensureRole(admin, { name: store.user, password: store.password }));
  await Promise.all(engineDatabases.map((database) => prepare(sqlTool, adminUrl, store, database)));
}

/** Whether both databases exist with the schema that this version of the engine wants. */
export async function areEngineDatabasesReady(adminUrl: string): Promise<boolean> {
  const versions = await Promise.all(engineDatabases.map(({ name }) => schemaVersion(adminUrl, name)));
  return versions.every((version, index) => version === engineDatabases[index]?.version);
}

async function prepare(sqlTool: string, adminUrl: string, store: EngineStore, database: EngineDatabase) {
  const found = await schemaVersion(adminUrl, database.name);
  if (found === database.version) return;
  const work = `${database.name}_work`;
  await withClient(adminUrl, async (admin) => {
    await admin.query(`drop database if exists ${pg.escapeIdentifier(work)} with (force)`);
    if (found === undefined) return ensureDatabase(admin, { name: work, owner: store.user });
    const [copy, original, owner] = [work, database.name, store.user].map((name) => pg.escapeIdentifier(name));
    await admin.query(`create database ${copy} template ${original} owner ${owner}`);
  });
  if (found !== undefined) await nameInVersionTable(adminUrl, work);
  const tool = sqlToolFor(sqlTool, store, work);
  // On a database that has a schema this would set its version back to nothing.
  if (found === undefined) await tool('setup-schema', '-v', '0.0');
  await tool('update-schema', '--schema-name', database.schema);
  const reached = await schemaVersion(adminUrl, work);
  if (reached !== database.version) {
    throw new Error(`The engine's programs bring ${database.name} to ${reached}, not to ${database.version}.`);
  }
  await nameInVersionTable(adminUrl, work, database.name);
  await takePlace(adminUrl, work, database.name);
}

/** The version table keeps the name of its database, and the engine asks by it. */
async function nameInVersionTable(adminUrl: string, database: string, name = database): Promise<void> {
  await withClient(databaseUrl(adminUrl, database), (client) =>
    client.query('update schema_version set db_name = $1', [name]),
  );
}

async function takePlace(adminUrl: string, work: string, name: string): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    const old = `${name}_old`;
    await admin.query(`drop database if exists ${pg.escapeIdentifier(old)} with (force)`);
    await admin.query('begin');
    const exists = await admin.query('select 1 from pg_database where datname = $1', [name]);
    const rename = (from: string, to: string) =>
      admin.query(`alter database ${pg.escapeIdentifier(from)} rename to ${pg.escapeIdentifier(to)}`);
    if (exists.rowCount) await rename(name, old);
    await rename(work, name);
    await admin.query('commit');
    await admin.query(`drop database if exists ${pg.escapeIdentifier(old)} with (force)`);
  });
}

/** What the version table of a database says; undefined when there is no such database or it has no schema yet. */
async function schemaVersion(adminUrl: string, name: string): Promise<string | undefined> {
  try {
    return await withClient(databaseUrl(adminUrl, name), async (client) => {
      const result = await client.query<{ curr_version: string }>('select curr_version from schema_version limit 1');
      return result.rows[0]?.curr_version;
    });
  } catch (error) {
    const { code } = error as { code?: string };
    // No such database, no such table.
    if (code === '3D000' || code === '42P01') return undefined;
    throw error;
  }
}

function databaseUrl(adminUrl: string, name: string): string {
  const there = new URL(adminUrl);
  there.pathname = `/${name}`;
  return there.href;
}

function sqlToolFor(program: string, store: EngineStore, database: string) {
  const env = {
    SQL_PLUGIN: 'postgres12',
    SQL_HOST: store.host,
    SQL_PORT: String(store.port),
    SQL_USER: store.user,
    // Not as an argument: everybody on the machine may read those.
    SQL_PASSWORD: store.password,
    SQL_DATABASE: database,
  };
  return async (...args: string[]): Promise<void> => {
    try {
      await promisify(execFile)(program, args, { env });
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      const lastWords = `${stdout}${stderr}`.trim().split('\n').slice(-3).join(' ');
      throw new Error(`The engine's database ${database} could not be prepared (${args[0]}): ${lastWords}`);
    }
  };
}
