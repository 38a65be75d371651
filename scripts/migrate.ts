import path from 'node:path';
import { migrationFolders } from './migrations/migrationFiles.ts';
import { createMigration, deployMigrations, migrationDrift, migrationStatus } from './migrations/migrations.ts';
import { startScratchPostgres } from './postgres/scratchPostgres.ts';
import { ensureRole, withClient } from './postgres/prepareDatabases.ts';
import { readConfig } from '../platform/config.ts';

const usage = `Usage: migrate deploy | status | check | create <name>
  deploy   bring the database of DATABASE_OWNER_URL up to the last migration, all of it or nothing
  status   what that database lacks or holds beyond the migrations
  check    whether the migrations build exactly prisma/schema.prisma (needs no database)
  create   write the next migration from prisma/schema.prisma (needs no database); read it before you commit it`;

const root = path.resolve(import.meta.dirname, '..');
const folders = migrationFolders(root);

async function main([command, name]: string[]): Promise<number> {
  if (command === 'deploy') return deploy();
  if (command === 'status') return status();
  if (command === 'check') return withScratchDatabase(check);
  if (command === 'create' && name) return withScratchDatabase((url) => create(url, name));
  console.error(usage);
  return 2;
}

async function deploy(): Promise<number> {
  const applied = await deployMigrations(readConfig(process.env, 'migrate').databaseOwnerUrl, folders);
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  return 0;
}

async function status(): Promise<number> {
  const lines = await migrationStatus(readConfig(process.env, 'migrate').databaseOwnerUrl, folders);
  console.log(lines.length === 0 ? 'The database is up to date.' : lines.join('\n'));
  return lines.length === 0 ? 0 : 1;
}

async function check(url: string): Promise<number> {
  const drift = await migrationDrift(url, folders);
  if (!drift) console.log('The migrations build exactly the schema.');
  else console.error(`prisma/schema.prisma and the migrations differ by:\n${drift}`);
  return drift ? 1 : 0;
}

async function create(url: string, name: string): Promise<number> {
  await deployMigrations(url, folders);
  const draft = await createMigration(url, folders, name);
  console.log(draft.file ? `Written: ${path.relative(root, draft.file)}` : 'The schema asks for nothing new.');
  for (const warning of draft.warnings) console.warn(`Careful: ${warning}`);
  return 0;
}

/** The engine works out both in a database of its own, where the roles that migrations grant rights to must exist. */
async function withScratchDatabase(use: (url: string) => Promise<number>): Promise<number> {
  const scratch = await startScratchPostgres(root);
  try {
    const url = scratch.url('postgres');
    await withClient(url, (client) => ensureRole(client, { name: 'marac_app', password: 'scratch' }));
    return await use(url);
  } finally {
    await scratch.discard();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
