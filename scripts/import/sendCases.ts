import type { ProductAnswer, ProductClient } from '../year/productClient.ts';
import type { PlannedCase } from './planCase.ts';
import { byReferral } from './aboutSamePeople.ts';
import { refusedAt } from './refusedAt.ts';
import { importKey, type PlannedStep, type Sender } from './step.ts';

/** What became of one row; `problem` says where it was stopped and why, and holds nothing of the file. */
export interface RowResult {
  readonly row: number;
  readonly reference: string | null;
  readonly problem: string | null;
}

/** As whom requests are sent: the subject of whoever takes the cases over, and of the IDVA service. */
export type Senders = Readonly<Record<Sender, { readonly client: ProductClient; readonly as: string } | null>>;

/** Keys under which requests are sent anew that were refused before, by the key each had at first. */
type Keys = ReadonlyMap<string, string>;

/**
 * Sends the cases one after the other under keys that follow from the key of each, so that a file sent again, or
 * gone on with after an interruption, is answered from what is there. A case speaks only when its last step is taken.
 * The earliest referral comes first, however the file is sorted: a later one of the same two people is seen to be a repeat.
 */
export async function sendCases(
  senders: Senders,
  cases: readonly PlannedCase[],
  told: (result: RowResult) => void,
  keys: Keys = new Map(),
): Promise<readonly RowResult[]> {
  const results: RowResult[] = [];
  for (const planned of cases.toSorted(byReferral)) {
    const result = await sendCase(senders, planned, keys);
    results.push(result);
    told(result);
  }
  return results.toSorted((one, other) => one.row - other.row);
}

interface Known {
  readonly reference: string | null;
  readonly revision: number | undefined;
  /** What earlier requests brought into being, by their names. */
  readonly made: ReadonlyMap<string, string>;
}

async function sendCase(senders: Senders, { row, caseKey, steps }: PlannedCase, keys: Keys): Promise<RowResult> {
  let known: Known = { reference: null, revision: undefined, made: new Map() };
  for (const step of steps) {
    const key = importKey(caseKey, step);
    const answer = await sendStep(senders, step, known, keys.get(key) ?? key);
    if (answer.status === 202 || answer.status >= 300)
      return { row, reference: known.reference, problem: stoppedAt(step, answer, known.reference) };
    known = learn(known, step, answer);
  }
  return { row, reference: known.reference, problem: null };
}

/** Where a case was stopped and why, how it stands now, and what to do about it. */
function stoppedAt({ at, by }: PlannedStep, { status, body }: ProductAnswer, reference: string | null): string {
  const where = at.file === 'cases' ? at.column : `${at.column} in row ${String(at.row)} of ${at.file}`;
  const stands =
    reference === null ? 'not taken over' : `taken over as ${reference} in part, and silent until the rest is`;
  // Kept, and decided as soon as the product gets to it.
  if (status === 202) return `${stands}: ${where} is not decided yet. Run the same files again in a few minutes.`;
  const { column, problem } = refusedAt(at, by, {
    code: String(body['code']),
    title: String(body['title'] ?? body['meaning']),
  });
  const cell = where.replace(at.column, column);
  return `${stands}. Refused at ${cell}: ${problem} When that is put right, run the files again: it goes on from there.`;
}

function sendStep(senders: Senders, step: PlannedStep, known: Known, key: string): Promise<ProductAnswer> {
  const sender = senders[step.by];
  if (sender === null) throw new Error(`Nobody is named who could send ${step.name}.`);
  const madeId = known.made.get(step.of ?? '') ?? '';
  const below = step.path.replace(':made', madeId);
  return sender.client.send({
    as: sender.as,
    path: known.reference === null ? below : `/cases/${known.reference}${below}`,
    key,
    body: { ...step.body, ...step.naming?.(madeId) },
    ifMatch: step.needsVersion ? known.revision : undefined,
  });
}

/** The ids an answer may tell of. */
interface Created {
  readonly childIds: readonly string[];
  readonly actionId: string;
  readonly proceedingId: string;
  readonly liveDateId: string;
}

function learn({ reference, made }: Known, { makes = [] }: PlannedStep, { body }: ProductAnswer): Known {
  const { childIds, actionId, proceedingId, liveDateId } = (body['created'] ?? {}) as Partial<Created>;
  const ids = childIds ?? [actionId ?? proceedingId ?? liveDateId ?? ''];
  return {
    reference: reference ?? String(body['reference']),
    revision: Number(body['revision']),
    made: new Map([...made, ...makes.map((name, at) => [name, ids[at] ?? ''] as const)]),
  };
}
