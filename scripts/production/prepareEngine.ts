import { prepareEngineDatabases } from '../engine/prepareEngineDatabases.ts';
import { required } from './required.ts';

// For production, before the engine starts, and before it starts again with a newer version: its two databases with the
// schema of that version. Repeatable; while the engine runs it changes nothing, for it then fails or has nothing to do.
const admin = new URL(required('ENGINE_DATABASE_ADMIN_URL'));
const password = required('ENGINE_DATABASE_PASSWORD');

await prepareEngineDatabases(process.env['TEMPORAL_SQL_TOOL'] || 'temporal-sql-tool', admin.href, {
  host: admin.hostname,
  port: Number(admin.port || 5432),
  user: 'temporal',
  password,
});
console.log('The engine’s databases have the schema it wants.');
