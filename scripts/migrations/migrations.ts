import { withClient } from '../postgres/prepareDatabases.ts';
import { migrationList, schemaFiles, writeMigration, type MigrationFolders } from './migrationFiles.ts';
import { withSchemaEngine } from './schemaEngine.ts';

const filters = { externalTables: [], externalEnums: [] };

/** Held while migrating, so that two deployments do not meet in the middle ("marac" as a number). */
const deploymentLock = 0x6d617261;

/** Brings a database up to the last migration, all of it or nothing; returns the names of those applied now. */
export async function deployMigrations(url: string, folders: MigrationFolders): Promise<string[]> {
  return withClient(url, async (guard) => {
    await guard.query('select pg_advisory_lock($1)', [deploymentLock]);
    return withSchemaEngine({ url, schemaFile: folders.schemaFile, atomic: true }, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationList(folders),
        filters,
      });
      return appliedMigrationNames;
    });
  });
}

/** What this database lacks or holds beyond the migrations in the repository, in plain lines; none means in step. */
export async function migrationStatus(url: string, folders: MigrationFolders): Promise<string[]> {
  return withSchemaEngine({ url, schemaFile: folders.schemaFile, atomic: false }, async (engine) => {
    const migrationsList = migrationList(folders);
    const found = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters });
    const lines = found.editedMigrationNames.map((name) => `edited after it was applied: ${name}`);
    lines.push(...found.failedMigrationNames.map((name) => `failed: ${name}`));
    const history = found.history;
    if (history && history.diagnostic !== 'migrationsDirectoryIsBehind')
      lines.push(...history.unappliedMigrationNames.map((name) => `not applied yet: ${name}`));
    if (history && history.diagnostic !== 'databaseIsBehind')
      lines.push(...history.unpersistedMigrationNames.map((name) => `applied, but not in the repository: ${name}`));
    return lines;
  });
}

/** The difference between what the migrations build and what the schema says, as SQL; undefined when there is none. */
export async function migrationDrift(url: string, folders: MigrationFolders): Promise<string | undefined> {
  return withSchemaEngine({ url, schemaFile: folders.schemaFile, atomic: false }, async (engine) => {
    const difference = await engine.diff({
      from: { tag: 'migrations', ...migrationList(folders) },
      to: { tag: 'schemaDatamodel', ...schemaFiles(folders) },
      script: true,
      exitCode: true,
      filters,
    });
    return difference.exitCode === 0 ? undefined : (difference.stdout ?? 'different');
  });
}

export interface DraftedMigration {
  /** The file written; undefined when the schema asks for nothing new. */
  readonly file: string | undefined;
  /** What would lose data, in the engine's words. */
  readonly warnings: readonly string[];
}

/** Writes the next migration from the schema, not applied: read it, then deploy. */
export async function createMigration(url: string, folders: MigrationFolders, name: string): Promise<DraftedMigration> {
  return withSchemaEngine({ url, schemaFile: folders.schemaFile, atomic: false }, async (engine) => {
    const migrationsList = migrationList(folders);
    const schema = schemaFiles(folders);
    // Without this first question the engine does not know that it may make a scratch database.
    await engine.devDiagnostic({ migrationsList, filters });
    const migrationName = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
    const draft = await engine.createMigration({ draft: true, migrationName, migrationsList, schema, filters });
    if (!draft.migrationScript) return { file: undefined, warnings: [] };
    const loss = await engine.evaluateDataLoss({ migrationsList, schema, filters });
    return {
      file: writeMigration(folders, draft.generatedMigrationName, draft.migrationScript),
      warnings: [...loss.warnings, ...loss.unexecutableSteps].map((warning) => warning.message),
    };
  });
}
