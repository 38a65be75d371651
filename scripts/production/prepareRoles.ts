import { ensureDatabase, ensureRole, withClient } from '../postgres/prepareDatabases.ts';
import { required } from './required.ts';

// For production, before the first migration and after a change of password: the application's database with a role
// that owns it (migrations only) and a lesser one that worker and API run as. Repeatable.
const adminUrl = required('DATABASE_ADMIN_URL');
const ownerPassword = required('MARAC_OWNER_PASSWORD');
const appPassword = required('MARAC_APP_PASSWORD');

await withClient(adminUrl, async (admin) => {
  await ensureRole(admin, { name: 'marac_owner', password: ownerPassword });
  await ensureRole(admin, { name: 'marac_app', password: appPassword });
  await ensureDatabase(admin, { name: 'marac', owner: 'marac_owner', mayConnect: ['marac_app'] });
});
console.log('The roles marac_owner and marac_app and the database marac are there.');
