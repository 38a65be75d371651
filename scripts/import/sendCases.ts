import type { ProductAnswer, ProductClient } from '../year/productClient.ts';
import type { PlannedCase } from './planCase.ts';
import type { Sender, Step } from './step.ts';

/** What became of one row; the code and sentence are the product’s, and hold nothing of the file. */
export interface RowResult {
  readonly row: number;
  readonly reference: string | null;
  readonly problem: string | null;
}

/** As whom requests are sent: the subject of whoever takes the cases over, and of the IDVA service. */
export type Senders = Readonly<Record<Sender, { readonly client: ProductClient; readonly as: string } | null>>;

/**
 * Sends the cases one after the other under keys that follow from the key of each, so that a file sent again, or
 * gone on with after an interruption, is answered from what is there. A case speaks only when its last step is taken.
 * The earliest referral comes first, however the file is sorted: a later one of the same two people is seen to be a repeat.
 */
export async function sendCases(
  senders: Senders,
  cases: readonly PlannedCase[],
  told: (result: RowResult) => void,
): Promise<readonly RowResult[]> {
  const results: RowResult[] = [];
  for (const planned of cases.toSorted(byReferral)) {
    const result = await sendCase(senders, planned);
    results.push(result);
    told(result);
  }
  return results.toSorted((one, other) => one.row - other.row);
}

function byReferral(one: PlannedCase, other: PlannedCase): number {
  const [day = '', otherDay = ''] = [one.cells['referredOn'], other.cells['referredOn']];
  return day === otherDay ? one.row - other.row : day < otherDay ? -1 : 1;
}

interface Known {
  readonly reference: string | null;
  readonly revision: number | undefined;
  /** What earlier requests brought into being, by their names. */
  readonly made: ReadonlyMap<string, string>;
}

async function sendCase(senders: Senders, { row, caseKey, steps }: PlannedCase): Promise<RowResult> {
  let known: Known = { reference: null, revision: undefined, made: new Map() };
  for (const step of steps) {
    const answer = await sendStep(senders, caseKey, step, known);
    if (answer.status >= 300) {
      const problem = `${step.name}: ${String(answer.body['code'])}. ${String(answer.body['title'])}`;
      return { row, reference: known.reference, problem };
    }
    known = learn(known, step, answer);
  }
  return { row, reference: known.reference, problem: null };
}

function sendStep(senders: Senders, caseKey: string, step: Step, known: Known): Promise<ProductAnswer> {
  const sender = senders[step.by];
  if (sender === null) throw new Error(`Nobody is named who could send ${step.name}.`);
  const madeId = known.made.get(step.of ?? '') ?? '';
  const below = step.path.replace(':made', madeId);
  return sender.client.send({
    as: sender.as,
    path: known.reference === null ? below : `/cases/${known.reference}${below}`,
    key: `import/${caseKey}/${step.name}`,
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

function learn({ reference, made }: Known, { makes = [] }: Step, { body }: ProductAnswer): Known {
  const { childIds, actionId, proceedingId, liveDateId } = (body['created'] ?? {}) as Partial<Created>;
  const ids = childIds ?? [actionId ?? proceedingId ?? liveDateId ?? ''];
  return {
    reference: reference ?? String(body['reference']),
    revision: Number(body['revision']),
    made: new Map([...made, ...makes.map((name, at) => [name, ids[at] ?? ''] as const)]),
  };
}
