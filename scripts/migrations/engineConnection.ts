import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlDriverAdapter, type SqlQuery } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Number of Postgres' internal one-byte type `"char"`, which the catalogue uses. */
const catalogueChar = 18;
const text = 25;

/**
 * One session for Prisma's schema engine, made of the adapter and three corrections the engine needs:
 * the catalogue's `"char"` columns arrive as characters, a migration is run whole instead of being cut at every `;`,
 * and, on request, everything happens in one transaction.
 */
export async function engineConnection(url: string, options: { atomic: boolean }): Promise<EngineConnection> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 10_000 });
  // Held throughout: a pool gives up a session in which a statement failed, and with it the transaction.
  const session = await pool.connect();
  const runQuery = session.query.bind(session) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const run = options.atomic ? withSavepoint(runQuery) : runQuery;
  let characterColumns: number[] = [];
  const watched = async (...args: unknown[]) => {
    const result = await run(...args);
    characterColumns = [];
    (result.fields ?? []).forEach((field, index) => {
      if (field.dataTypeID !== catalogueChar) return;
      field.dataTypeID = text;
      characterColumns.push(index);
    });
    return result;
  };
  Object.assign(pool, { query: watched });
  if (options.atomic) await runQuery('begin');
  const adapter = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query: SqlQuery) => {
    const result = await queryRaw(query);
    for (const index of characterColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    session.release(true);
    await dispose();
  };
  const report = (adapter as unknown as { onError(error: unknown): never }).onError.bind(adapter);
  let scriptFailure: Error | undefined;
  adapter.executeScript = async (script: string) => {
    await run(script).catch((error: unknown) => {
      scriptFailure ??= error as Error;
      report(error);
    });
  };
  return { adapter, commit: () => runQuery('commit'), scriptFailure: () => scriptFailure };
}

export interface EngineConnection {
  readonly adapter: SqlDriverAdapter;
  commit(): Promise<unknown>;
  /** Why a migration failed: what the engine itself reports afterwards is about the ended transaction. */
  scriptFailure(): Error | undefined;
}

/** The engine asks for tables that may not exist yet; without a savepoint such a question would end the transaction. */
function withSavepoint(run: (...args: unknown[]) => Promise<pg.QueryResult>) {
  return async (...args: unknown[]) => {
    await run('savepoint question');
    try {
      const result = await run(...args);
      await run('release savepoint question');
      return result;
    } catch (error) {
      await run('rollback to savepoint question');
      throw error;
    }
  };
}
