import fs from 'node:fs';
import path from 'node:path';

/** Where the schema and its migrations lie. */
export interface MigrationFolders {
  readonly schemaFile: string;
  readonly migrationsDir: string;
}

export function migrationFolders(root: string): MigrationFolders {
  return {
    schemaFile: path.join(root, 'prisma', 'schema.prisma'),
    migrationsDir: path.join(root, 'prisma', 'migrations'),
  };
}

/** All migrations in the order they are applied, in the shape the schema engine reads. */
export function migrationList({ migrationsDir }: MigrationFolders) {
  const lockFile = path.join(migrationsDir, 'migration_lock.toml');
  const names = fs.existsSync(migrationsDir)
    ? fs
        .readdirSync(migrationsDir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  return {
    baseDir: migrationsDir,
    shadowDbInitScript: '',
    lockfile: {
      path: 'migration_lock.toml',
      content: fs.existsSync(lockFile) ? fs.readFileSync(lockFile, 'utf8') : 'provider = "postgresql"\n',
    },
    migrationDirectories: names.map((name) => {
      const value = fs.readFileSync(path.join(migrationsDir, name, 'migration.sql'), 'utf8');
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value } } };
    }),
  };
}

export function schemaFiles({ schemaFile }: MigrationFolders) {
  return { files: [{ path: schemaFile, content: fs.readFileSync(schemaFile, 'utf8') }] };
}

/** Writes a migration the engine drafted and returns its file. */
export function writeMigration({ migrationsDir }: MigrationFolders, name: string, script: string): string {
  const dir = path.join(migrationsDir, name);
  fs.mkdirSync(dir, { recursive: true });
  fs.writeFileSync(path.join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
  const file = path.join(dir, 'migration.sql');
  fs.writeFileSync(file, script);
  return file;
}
