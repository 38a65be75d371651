import { mayDecide } from '../../domain/access/mayDecide.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar.ts';
import { complete } from '../../domain/completion/complete.ts';
import { applyDuties, type DutyContext } from '../../domain/duties/applyDuties.ts';
import { changeClock, isClockAsk } from '../../domain/duties/changeClock.ts';
import { dutiesOf } from '../../domain/duties/dutiesOf.ts';
import type { CaseFact, ClockFact } from '../../domain/lifecycle/caseFact.ts';
import { standingAfter } from '../../domain/lifecycle/caseStanding.ts';
import type { CommandAnswer, Proposal } from '../../domain/lifecycle/command.ts';
import { refuse, type Refusal } from '../../domain/lifecycle/refusal.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import type { Store, Tx } from '../prismaClient.ts';
import { forEngine } from '../projection/recordedFact.ts';
import { WriteSet, type TableName } from '../projection/writeSet.ts';
import { appendFacts } from './appendFacts.ts';
import type { DecisionInput, DecisionOutcome } from './decisionInput.ts';
import { spreadOfADeath } from './deathsToSpread.ts';
import { factsSince } from './factsSince.ts';
import { findForAsks } from './findForAsks.ts';
import { noticesForFacts } from './noticesForFacts.ts';
import { isSuperseded } from './isSuperseded.ts';
import { openCase, type OpenCase } from './openCase.ts';

/** A transaction is over, one way or the other, before the activity around it is given up (5 s). */
export const withinTheActivity = { maxWait: 1_500, timeout: 3_000 } as const;

/** What recording needs beside the database itself. */
export interface RecordingTools {
  readonly calendar: WorkingCalendar;
  readonly columnsOf: (table: TableName) => readonly string[];
  /** An id that derives from another id and a name, the same every time. */
  readonly deriveId: (from: string, name: string) => string;
  /** The host of the sender's address, with which every Message-ID ends. */
  readonly mailHost: string;
}

/**
 * Records one decision in one transaction under the case's lock: the record, the read model, clocks, notices and the
 * answer to the command. May be tried any number of times: a command that is known keeps the answer it had.
 */
export async function recordDecision(
  store: Store,
  input: DecisionInput,
  tools: RecordingTools,
): Promise<DecisionOutcome> {
  return store.prisma.$transaction((tx) => decideUnderLock(tx, input, tools), withinTheActivity);
}

async function decideUnderLock(tx: Tx, input: DecisionInput, tools: RecordingTools): Promise<DecisionOutcome> {
  const open = await openCase(tx, input.caseId, input.commandId, londonDate(input.recordedAt));
  if (isSuperseded(open, input)) return { status: 'superseded' };
  const { command } = open;
  if (input.commandId !== null && !command) throw new Error(`Command ${input.commandId} was never staged.`);
  if (command?.status === 'resolved' && command.answer)
    return { status: 'recorded', answer: command.answer, facts: await factsSince(tx, input.caseId, input.version) };
  if (open.seq !== input.version) return { status: 'behind', facts: await factsSince(tx, input.caseId, input.version) };

  const writes = new WriteSet();
  const outcome = await recordable(tx, open, input, tools);
  const { answer, facts } = outcome.ok
    ? await append(tx, open, outcome, input, tools, writes)
    : { answer: outcome, facts: [] };
  if (command) writes.add('command', { id: command.id, status: 'resolved', answer, resolvedAt: input.recordedAt });
  await writes.flush(tx, tools.columnsOf);
  return { status: 'recorded', answer, facts };
}

interface Recordable {
  readonly ok: true;
  readonly facts: readonly CaseFact[];
  readonly clockFacts: readonly ClockFact[];
  readonly policy: AreaPolicy;
}

/** The facts that a decision comes to, or why it is refused after all. */
async function recordable(
  tx: Tx,
  open: OpenCase,
  input: DecisionInput,
  tools: RecordingTools,
): Promise<Recordable | Refusal> {
  const { decision, occurred, recordedAt } = input;
  if (!mayStillDecide(open)) return refuse('NO_ACCESS');
  if (!decision.ok) return decision;
  if (await hasChanged(tx, open, decision)) return refuse('CHANGED_MEANWHILE');
  const policy = open.policyOn(londonDate(occurred.at));
  const context = dutyContext(open, input, policy, tools);
  const clockFacts: ClockFact[] = [];
  for (const ask of decision.asks.filter(isClockAsk)) {
    const changed = changeClock(ask, open.running, { ...context, meetingOn: open.standing?.meetingOn ?? null });
    if (!changed.ok) return changed;
    clockFacts.push(changed.fact);
  }
  const silent = open.standing?.silent ?? isAdopted(decision);
  const today = londonDate(silent ? occurred.at : recordedAt);
  const found = await findForAsks(tx, open, decision, { occurred, today });
  const completed = complete(decision, {
    ...found,
    ...context,
    standing: open.standing,
    contactSuspended: open.contactSuspended,
    standardRiskServiceId: open.area.standardRiskServiceId,
  });
  return completed.ok ? { ok: true, facts: completed.facts, clockFacts, policy } : completed;
}

async function append(
  tx: Tx,
  open: OpenCase,
  { facts, clockFacts, policy }: Recordable,
  input: DecisionInput,
  tools: RecordingTools,
  writes: WriteSet,
): Promise<{ answer: CommandAnswer; facts: readonly ReturnType<typeof forEngine>[] }> {
  const context = dutyContext(open, input, policy, tools);
  const all = [...clockFacts, ...withDuties(open, facts, context)];
  const appended = appendFacts(
    open,
    all,
    {
      actorId: open.command?.actorId ?? null,
      commandId: input.commandId,
      recordedAt: input.recordedAt,
      policyVersion: policy.version,
      calendarVersion: tools.calendar.version,
      idFor: context.idFor,
      movesRevision: true,
    },
    writes,
  );
  await noticesForFacts(tx, open, appended, tools, writes);
  return { answer: { ok: true, revision: appended.revision }, facts: appended.facts.map(forEngine) };
}

/** Each fact, followed by what it does to the duties of the case. */
function withDuties(open: OpenCase, facts: readonly CaseFact[], context: DutyContext): (CaseFact | ClockFact)[] {
  let { standing, running } = open;
  return facts.flatMap((fact) => {
    standing = standingAfter(standing, open.caseId, fact);
    const changes = dutiesOf(fact, standing, context.policy);
    const applied = applyDuties(changes, running, { ...context, occurred: fact.occurred });
    ({ running } = applied);
    return [fact, ...applied.facts];
  });
}

function dutyContext(open: OpenCase, input: DecisionInput, policy: AreaPolicy, tools: RecordingTools): DutyContext {
  return {
    occurred: input.occurred,
    recordedAt: input.recordedAt,
    policy,
    calendar: tools.calendar,
    policyOn: (date) => open.policyOn(date),
    idFor: (name) => tools.deriveId(input.commandId ?? input.caseId, name),
  };
}

/** Whether what somebody edits has changed since they opened it: the action where the command is about one, else the case. */
async function hasChanged(tx: Tx, open: OpenCase, decision: Proposal): Promise<boolean> {
  const expected = open.command?.expectedRevision ?? null;
  if (expected === null) return false;
  const [first] = decision.facts;
  if (!first || !('actionId' in first.data)) return expected !== open.revision;
  const action = await tx.action.findUnique({ where: { id: first.data.actionId }, select: { revision: true } });
  return action?.revision !== expected;
}

function isAdopted(proposal: Proposal): boolean {
  return proposal.facts.some((fact) => fact.type === 'referralReceived' && fact.data.adopted);
}

/** Whether whoever sent the command may still do it: posts end and cases change hands between staging and deciding. */
function mayStillDecide({ command, access }: OpenCase): boolean {
  return command === null || command.route === spreadOfADeath || mayDecide(command.actor, command, access);
}
