import pg from 'pg';
import { withClient } from '../../scripts/postgres/prepareDatabases.ts';

/** Columns that hold text or bytes in any of their forms; the rest cannot hold a word. */
const kinds = ['text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY', 'tsvector', 'USER-DEFINED'];

/**
 * Every column of a database in which a word stands, in any case: as text, or as bytes anywhere within a value. Gives
 * for each word the columns it was found in.
 */
export async function findInDatabase(
  adminUrl: string,
  database: string,
  words: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return withClient(url.href, async (client) => {
    const found: Record<string, string[]> = Object.fromEntries(words.map((word) => [word, []]));
    const columns = await client.query<Column>(
      `select table_schema, table_name, column_name, data_type from information_schema.columns
       join information_schema.tables using (table_schema, table_name)
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
       and data_type = any($1)`,
      [kinds],
    );
    for (const column of columns.rows) {
      const { rows } = await client.query<{ word: string }>(
        `select word from unnest($1::text[]) word where exists (select 1 from ${tableOf(column)} where ${holds(column)})`,
        [words],
      );
      for (const { word } of rows) found[word]?.push(`${column.table_name}.${column.column_name}`);
    }
    return found;
  });
}

interface Column {
  readonly table_schema: string;
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
}

function tableOf({ table_schema, table_name }: Column): string {
  return `${pg.escapeIdentifier(table_schema)}.${pg.escapeIdentifier(table_name)}`;
}

function holds({ column_name, data_type }: Column): string {
  const column = pg.escapeIdentifier(column_name);
  if (data_type !== 'bytea') return `position(lower(word) in lower(${column}::text)) > 0`;
  // In the escaped form every printable byte stands for itself.
  return `position(lower(word) in lower(encode(${column}, 'escape'))) > 0`;
}
