import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../prismaClient.ts';
import type { TableName } from '../projection/writeSet.ts';

/** Tables of the read model whose rows belong to one case each. */
export const tablesOfCase = [
  'case_agency',
  'case_adviser',
  'assessment',
  'grade_override',
  'child',
  'handover',
  'action',
  'clock',
  'rung',
  'contact_attempt',
  'safety_plan',
  'safety_plan_review',
  'risk_review',
  'victim_view',
  'live_date',
  'proceeding',
  'milestone',
  'breach',
  'transfer',
  'listing',
] as const satisfies readonly TableName[];

/** Tables whose rows are written by several cases: the victim's, the pair's, or somebody's report. */
export const tablesOfSeveral = [
  'safe_contact',
  'safe_contact_proposal',
  'likely_match',
  'flag',
  'further_abuse_report',
] as const satisfies readonly TableName[];

type Row = Readonly<Record<string, unknown>>;
/** Every projected row of a case, by table and id. */
export type CaseSnapshot = ReadonlyMap<string, Row>;

/** Where a row of the read model was not what the record says: ids and names of columns, never what stood in them. */
export interface Difference {
  readonly table: TableName;
  readonly rowId: string;
  readonly columns: readonly string[] | 'missing' | 'surplus';
}

/** The condition under which a row of one of these tables is the case's own; a part in research was given by a meeting. */
export function ownRows(table: (typeof tablesOfCase)[number]): string {
  return `case_id = $1::uuid${table === 'case_agency' ? ` AND part <> 'research'` : ''}`;
}

const everyRow = (['case', ...tablesOfCase] as const)
  .map((table) => {
    const own = table === 'case' ? 'id = $1::uuid' : ownRows(table);
    return `SELECT '${table}/' || id AS key, to_jsonb(t) AS row FROM "${table}" t WHERE ${own}`;
  })
  .join(' UNION ALL ');

/** Everything projected of a case as it stands. */
export async function readSnapshot(tx: Tx, caseId: string): Promise<CaseSnapshot> {
  const rows = await tx.$queryRawUnsafe<{ key: string; row: Row }[]>(everyRow, caseId);
  return new Map(rows.map(({ key, row }) => [key, row]));
}

/** Where `before` was not what `after` is. */
export function differences(before: CaseSnapshot, after: CaseSnapshot): readonly Difference[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return keys.flatMap((key): Difference[] => {
    const [table, rowId = ''] = key.split('/') as [TableName, string?];
    const [was, is] = [before.get(key), after.get(key)];
    if (!was || !is) return [{ table, rowId, columns: was ? 'surplus' : 'missing' }];
    const columns = Object.keys(is).filter((column) => !isDeepStrictEqual(was[column], is[column]));
    return columns.length > 0 ? [{ table, rowId, columns }] : [];
  });
}
