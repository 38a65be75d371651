import pg from 'pg';

/** A role that signs in, with the password it is to have. */
export interface LoginRole {
  readonly name: string;
  readonly password: string;
  /** The owner may create scratch databases, which comparing migrations with the schema needs; never in production. */
  readonly mayCreateDatabases?: boolean;
}

/** Sees to it that a role exists and has this password; repeatable. */
export async function ensureRole(admin: pg.Client, role: LoginRole): Promise<void> {
  const name = pg.escapeIdentifier(role.name);
  const found = await admin.query('select 1 from pg_roles where rolname = $1', [role.name]);
  if (found.rowCount === 0) await admin.query(`create role ${name}`);
  const rights = role.mayCreateDatabases ? 'createdb' : 'nocreatedb';
  await admin.query(`alter role ${name} login ${rights} password ${pg.escapeLiteral(role.password)}`);
}

/** Sees to it that a database exists, belongs to its owner and is closed to every role not named; repeatable. */
export async function ensureDatabase(
  admin: pg.Client,
  database: { readonly name: string; readonly owner: string; readonly mayConnect?: readonly string[] },
): Promise<void> {
  const name = pg.escapeIdentifier(database.name);
  const found = await admin.query('select 1 from pg_database where datname = $1', [database.name]);
  if (found.rowCount === 0) await admin.query(`create database ${name} owner ${pg.escapeIdentifier(database.owner)}`);
  await admin.query(`revoke all on database ${name} from public`);
  for (const role of database.mayConnect ?? []) {
    await admin.query(`grant connect on database ${name} to ${pg.escapeIdentifier(role)}`);
  }
}

/** Runs something with one open session and closes it whatever happens. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
