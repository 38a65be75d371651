import type { BulkBody } from '../../contracts/bulk.ts';
import { isProblem, meaningOf, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import { findClock, type ClockWithLedger } from '../../store/clocks/findClock.ts';
import { seeCase } from '../seeCase.ts';
import type { CaseCommand, CommandBody } from '../commands/caseCommand.ts';
import { caseCommands } from '../commands/caseCommands.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CommandRequest } from '../requestIdentity.ts';
import { sendCaseCommand } from '../sendCaseCommand.ts';

/** Something that could not even be sent, with why; everything else is a command whose row says what became of it. */
export interface NotSent {
  /** Null where whoever asks may not know which case it is. */
  readonly reference: string | null;
  readonly problem: string;
}

/**
 * Does one thing with several duties, each by a command of its own to its own case: whoever may not do it there, or asks
 * it of what it does not fit, is told so for that one, and the others go on. Sent again under the same key, nothing is
 * done twice.
 */
export async function sendInBulk(
  deps: Dependencies,
  request: CommandRequest,
  { clocks, ...deed }: BulkBody,
): Promise<readonly NotSent[]> {
  const notSent: NotSent[] = [];
  for (const clockId of new Set(clocks)) {
    const sent = await sendOne(deps, { ...request, key: `${request.key}/${clockId}` }, clockId, deed);
    if (sent) notSent.push(sent);
  }
  return notSent;
}

type Deed = BulkBody extends infer B ? (B extends BulkBody ? Omit<B, 'clocks'> : never) : never;

async function sendOne(
  deps: Dependencies,
  request: CommandRequest,
  clockId: string,
  deed: Deed,
): Promise<NotSent | null> {
  const found = await findClock(deps.store.prisma, clockId);
  const wish = { actor: request.actor, permission: 'readCase', event: 'sendInBulk', route: request.route } as const;
  const seen = found ? await seeCase(deps, found.reference, wish) : problem('NOT_FOUND');
  if (!found || isProblem(seen)) return { reference: null, problem: meaningOf('NOT_FOUND') };
  const { reference } = found;
  const fitting = commandFor(found, clockId, deed);
  if (!fitting) return { reference, problem: 'This is no action: only actions are moved, given away or ended here.' };
  const address = { reference, subjectId: fitting.subjectId, expectedRevision: null };
  const result = await sendCaseCommand(deps, request, fitting.command, address, fitting.body);
  return isProblem(result) && isUnsent(result) ? { reference, problem: meaningOf(result.code) } : null;
}

/** What was refused by a case has a row that says so; what was refused before has none. */
function isUnsent({ code }: RequestProblem): boolean {
  return ['NOT_FOUND', 'NOT_ALLOWED', 'UNKNOWN_AGENCY', 'UNKNOWN_PRACTITIONER', 'KEY_REUSED'].includes(code);
}

function commandFor({ clock }: ClockWithLedger, clockId: string, deed: Deed) {
  const { what, ...body } = deed;
  const to = (path: string, subjectId: string) => ({ command: commandAt(path), subjectId, body: body as CommandBody });
  if (what === 'chased') return to('/clocks/:clockId/acknowledgement', clockId);
  if (clock.subject.type !== 'action') return null;
  return to(`/actions/:actionId/${ends[what]}`, clock.subject.id);
}

const ends = { move: 'due-date', reassign: 'reassignment', done: 'completion', notDone: 'not-done' };

function commandAt(path: string): CaseCommand {
  const command = caseCommands.find((each) => each.path === path);
  if (!command) throw new Error(`No command about a case is sent to ${path}.`);
  return command;
}
