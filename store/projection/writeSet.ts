import type { Tx } from '../prismaClient.ts';

/**
 * The tables a decision writes to, the column that makes a row one, and how. `append` tables belong to the record:
 * the application's role may not change a row there. `once` keeps the first row under its key.
 */
const tables = {
  case: { key: 'id', mode: 'merge' },
  case_agency: { key: 'case_id, agency_id, part', mode: 'once' },
  case_adviser: { key: 'id', mode: 'merge' },
  assessment: { key: 'id', mode: 'merge' },
  grade_override: { key: 'id', mode: 'merge' },
  child: { key: 'id', mode: 'merge' },
  handover: { key: 'id', mode: 'merge' },
  action: { key: 'id', mode: 'merge' },
  clock: { key: 'id', mode: 'merge' },
  rung: { key: 'id', mode: 'merge' },
  contact_attempt: { key: 'id', mode: 'merge' },
  safety_plan: { key: 'id', mode: 'merge' },
  safety_plan_review: { key: 'id', mode: 'merge' },
  risk_review: { key: 'id', mode: 'merge' },
  victim_view: { key: 'id', mode: 'merge' },
  transfer: { key: 'id', mode: 'merge' },
  live_date: { key: 'id', mode: 'merge' },
  proceeding: { key: 'id', mode: 'merge' },
  milestone: { key: 'id', mode: 'merge' },
  breach: { key: 'id', mode: 'merge' },
  meeting: { key: 'id', mode: 'merge' },
  lone_assessment: { key: 'id', mode: 'merge' },
  research_request: { key: 'id', mode: 'merge' },
  research_return: { key: 'id', mode: 'merge' },
  case_at_meeting: { key: 'id', mode: 'merge' },
  meeting_table: { key: 'id', mode: 'merge' },
  meeting_minutes: { key: 'id', mode: 'merge' },
  listing: { key: 'id', mode: 'merge' },
  safe_contact: { key: 'victim_id', mode: 'merge' },
  likely_match: { key: 'id', mode: 'merge' },
  safe_contact_proposal: { key: 'id', mode: 'merge' },
  // A backdated referral never shortens the flag of its pair.
  flag: { key: 'pair_id', mode: 'merge', where: 'EXCLUDED.ends_on >= flag.ends_on' },
  further_abuse_report: { key: 'id', mode: 'merge' },
  command: { key: 'id', mode: 'merge' },
  notice: { key: 'key', mode: 'once' },
  audit_event: { key: 'id', mode: 'append' },
} as const satisfies Record<string, { key: string; mode: 'merge' | 'once' | 'append'; where?: string }>;

export type TableName = keyof typeof tables;
export type Patch = Readonly<Record<string, unknown>>;

/** Changes to rows, collected by table: a patch names its key and only the columns it changes. */
export class WriteSet {
  readonly #patches = new Map<TableName, Map<string, Patch>>();
  readonly #leftOut: readonly TableName[];

  /** `leaveOut`: tables whose patches are dropped, because the rows there belong to more than one case. */
  constructor(leaveOut: readonly TableName[] = []) {
    this.#leftOut = leaveOut;
  }

  /** Adds a patch; a later patch to the same row is laid over the earlier one, unless the table keeps the first. */
  add(table: TableName, patch: Patch): this {
    if (this.#leftOut.includes(table)) return this;
    const rows = this.#patches.get(table) ?? new Map<string, Patch>();
    const row = Object.fromEntries(Object.entries(patch).map(([name, value]) => [snakeCase(name), value]));
    const key = tables[table].key
      .split(', ')
      .map((column) => String(row[column]))
      .join('/');
    const first = tables[table].mode === 'once' ? rows.get(key) : undefined;
    rows.set(key, first ?? { ...rows.get(key), ...row });
    this.#patches.set(table, rows);
    return this;
  }

  /** Writes everything in one statement inside the caller's transaction. */
  async flush(tx: Tx, columnsOf: (table: TableName) => readonly string[]): Promise<void> {
    const touched = [...this.#patches.keys()];
    if (touched.length === 0) return;
    const steps = touched.map(
      (table, index) => `w${index} AS (${statement(table, columnsOf(table), `$${index + 1}`)})`,
    );
    const rows = touched.map((table) => JSON.stringify([...(this.#patches.get(table)?.values() ?? [])]));
    await tx.$queryRawUnsafe(`WITH ${steps.join(', ')} SELECT 1`, ...rows);
    if (touched.includes('notice')) withNotices.add(tx);
  }
}

const withNotices = new WeakSet<Tx>();

/** Whether a transaction has written notices: whoever commits it wakes the dispatchers. */
export function wroteNotices(tx: Tx): boolean {
  return withNotices.has(tx);
}

/**
 * A patch is laid over the row that stands, so that a fact has to carry only what it changes. The row is looked up by
 * itself for each patch: joined, the planner expects a hundred patches and reads the whole table for the one there is.
 */
function statement(table: TableName, columns: readonly string[], parameter: string): string {
  const { key, mode, where }: { key: string; mode: string; where?: string } = tables[table];
  const name = `"${table}"`;
  if (mode !== 'merge') {
    const rows = `INSERT INTO ${name} SELECT r.* FROM jsonb_populate_recordset(NULL::${name}, ${parameter}::jsonb) r`;
    return mode === 'append' ? rows : `${rows} ON CONFLICT (${key}) DO NOTHING`;
  }
  const list = columns.filter((column) => column !== key).map((column) => `"${column}"`);
  return `INSERT INTO ${name} SELECT r.* FROM jsonb_array_elements(${parameter}::jsonb) p(patch)
    CROSS JOIN LATERAL jsonb_populate_record(
      (SELECT stands FROM ${name} stands WHERE stands.${key} = (p.patch->>'${key}')::uuid), p.patch) r
    ON CONFLICT (${key}) DO UPDATE SET (${list.join(', ')}) = ROW(${list.map((column) => `EXCLUDED.${column}`).join(', ')})
    ${where ? `WHERE ${where}` : ''}`;
}

const columnNames = new Map<string, string>();

/** The column a property is kept in. There are as many as there are columns, and each is worked out once. */
function snakeCase(name: string): string {
  const known = columnNames.get(name) ?? name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(name, known);
  return known;
}

/** Reads once which columns each table has, in their order. */
export async function readColumns(tx: Tx): Promise<(table: TableName) => readonly string[]> {
  const found = await tx.$queryRaw<{ table_name: string; columns: string[] }[]>`
    SELECT table_name::text, array_agg(column_name::text ORDER BY ordinal_position) AS columns
    FROM information_schema.columns WHERE table_schema = current_schema() GROUP BY table_name`;
  const columns = new Map(found.map((row) => [row.table_name, row.columns]));
  return (table) => {
    const list = columns.get(table);
    if (!list) throw new Error(`There is no table ${table}.`);
    return list;
  };
}
