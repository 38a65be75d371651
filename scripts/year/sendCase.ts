import { intentionRequest, type IntentionRequest, type KnownCase, type MeetingIds } from './intentionRequest.ts';
import type { Intention, PlannedCase } from './plannedCase.ts';
import type { ProductAnswer, ProductClient } from './productClient.ts';
import { holderOf } from './yearPeople.ts';

/** A command that came to something else than planned; the rest of its case is not sent. */
export interface Setback {
  readonly caseKey: string;
  readonly command: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

export type SentCase =
  { readonly ok: true; readonly reference: string } | { readonly ok: false; readonly setback: Setback };

/** Every key this program sends begins so: nobody else's key can be one of them. */
export const keyPrefix = 'year-2012-13';

/**
 * Sends the life of one case, each command after the answer to the one before. Keys derive from the plan, so that a
 * command that was sent before, in this run or an interrupted one, gets the answer it had.
 */
export async function sendCase(
  client: ProductClient,
  planned: PlannedCase,
  meetings: MeetingIds,
  onAnswer: () => void,
): Promise<SentCase> {
  let known: KnownCase | null = null;
  for (const [index, intention] of planned.life.entries()) {
    const request = intentionRequest(planned, intention, known, meetings);
    const key = `${keyPrefix}/${planned.key}/${String(index + 1)}-${intention.type}`;
    const answer = await sendStep(client, planned, intention, request, key, known);
    if (answer.status >= 300) return { ok: false, setback: setbackOf(planned.key, intention.type, answer) };
    known = learn(known, intention, answer);
    onAnswer();
  }
  if (!known) throw new Error(`${planned.key} has no life.`);
  return { ok: true, reference: known.reference };
}

async function sendStep(
  client: ProductClient,
  planned: PlannedCase,
  intention: Intention,
  { office, path, versionOf, body }: IntentionRequest,
  key: string,
  known: KnownCase | null,
): Promise<ProductAnswer> {
  const as = holderOf(office, planned.areaCode);
  if (versionOf === undefined || !known) return client.send({ as, path, key, body });
  if (versionOf === 'case') return client.send({ as, path, key, body, ifMatch: known.revision });
  const look = await client.send({ as, path: `/cases/${known.reference}/actions/${versionOf.actionId}` });
  if (look.status >= 300) return look;
  const action = look.body as unknown as ActionSeen;
  // Moved in an earlier run: its version has changed since, so that the same request cannot be made again.
  if (intention.type === 'moveActionDue' && (action.due?.date === intention.to || action.status !== 'open'))
    return { status: 200, body: { revision: known.revision } };
  return client.send({ as, path, key, body, ifMatch: action.revision });
}

interface ActionSeen {
  readonly revision: number;
  readonly status: string;
  readonly due: { readonly date?: string } | null;
}

/** What an answer tells for the requests to come. */
function learn(known: KnownCase | null, intention: Intention, { body }: ProductAnswer): KnownCase {
  const created = (body['created'] ?? {}) as Readonly<Record<string, string | readonly string[]>>;
  const before = known ?? {
    reference: String(body['reference']),
    actionIds: new Map<string, string>(),
    courtHearingId: null,
  };
  const actionIds = new Map(before.actionIds);
  if (intention.type === 'setAction') actionIds.set(intention.action.key, String(created['actionId']));
  if (intention.type === 'hear') {
    const ids = created['actionIds'] ?? [];
    for (const [index, { key }] of intention.actions.entries()) actionIds.set(key, String(ids[index]));
  }
  const courtHearingId = intention.type === 'addCourtHearing' ? String(created['liveDateId']) : before.courtHearingId;
  return { reference: before.reference, revision: Number(body['revision']), actionIds, courtHearingId };
}

/** A refusal as it is shown to whoever runs this: codes and sentences of the product, and nothing that was sent. */
export function setbackOf(caseKey: string, command: string, { status, body }: ProductAnswer): Setback {
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
  const detail = text('detail') || text('meaning') || text('title');
  return { caseKey, command, status, code: text('code'), detail };
}
