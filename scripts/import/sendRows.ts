import type { ProductClient } from '../year/productClient.ts';
import type { PlannedRow } from './planRow.ts';

/** What became of one row; the code and sentence are the product’s, and hold nothing of the file. */
export interface RowResult {
  readonly row: number;
  readonly reference: string | null;
  readonly problem: string | null;
}

/**
 * Sends the rows one after the other under keys that follow from the key of each case, so that a file sent again, or
 * gone on with after an interruption, is answered from what is there. A case speaks only when its last step is taken.
 */
export async function sendRows(
  client: ProductClient,
  as: string,
  rows: readonly PlannedRow[],
  told: (result: RowResult) => void,
): Promise<readonly RowResult[]> {
  const results: RowResult[] = [];
  for (const row of rows) {
    const result = await sendRow(client, as, row);
    results.push(result);
    told(result);
  }
  return results;
}

async function sendRow(client: ProductClient, as: string, { row, caseKey, steps }: PlannedRow): Promise<RowResult> {
  let reference: string | null = null;
  let revision: number | undefined;
  for (const { name, path, body, needsVersion } of steps) {
    const answer = await client.send({
      as,
      path: reference === null ? path : `/cases/${reference}${path}`,
      key: `import/${caseKey}/${name}`,
      body,
      ifMatch: needsVersion ? revision : undefined,
    });
    if (answer.status >= 300)
      return { row, reference, problem: `${name}: ${String(answer.body['code'])}. ${String(answer.body['title'])}` };
    reference ??= String(answer.body['reference']);
    revision = Number(answer.body['revision']);
  }
  return { row, reference, problem: null };
}
