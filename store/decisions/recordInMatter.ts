import { calendarNamed } from '../../domain/calendar/announcedDays.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar.ts';
import { applyDuties, type DutyContext, type OwnedClock } from '../../domain/duties/applyDuties.ts';
import { changeClock, isClockAsk, isPlanningAsk, type PlanningAsk } from '../../domain/duties/changeClock.ts';
import { climbByReceiver } from '../../domain/duties/climbByReceiver.ts';
import { planClocksAnew } from '../../domain/duties/planClocksAnew.ts';
import type { ClockFact } from '../../domain/lifecycle/caseFact.ts';
import type { CommandAnswer } from '../../domain/lifecycle/command.ts';
import { refuse, type Refusal } from '../../domain/lifecycle/refusal.ts';
import type { EngineFactOf } from '../../domain/matters/engineFact.ts';
import type { AnyFact, MatterStanding, ProposalOf } from '../../domain/matters/matter.ts';
import type { AreaPolicy } from '../../domain/policy/areaPolicy.ts';
import type { Tx } from '../prismaClient.ts';
import { forEngine } from '../projection/recordedFact.ts';
import { WriteSet, type TableName } from '../projection/writeSet.ts';
import { appendFacts } from './appendFacts.ts';
import { calendarOf } from './calendarOf.ts';
import { factsSince } from './factsSince.ts';
import { type FollowUp, stageFollowUps } from './followUps.ts';
import { isSuperseded } from './isSuperseded.ts';
import type { OpenMatter } from './matterKind.ts';
import { noticesForFacts } from './noticesForFacts.ts';

/** What recording needs beside the database itself. */
export interface RecordingTools {
  readonly calendar: WorkingCalendar;
  readonly columnsOf: (table: TableName) => readonly string[];
  /** An id that derives from another id and a name, the same every time. */
  readonly deriveId: (from: string, name: string) => string;
  /** The host of the sender's address, with which every Message-ID ends. */
  readonly mailHost: string;
}

/** A decision of a workflow about its matter, to be completed and recorded. */
export interface MatterDecision<F, A> {
  readonly matterId: string;
  /** Raised when workflows are rebuilt: a workflow of an older epoch writes nothing more. */
  readonly epoch: number;
  /** The number of the last fact the workflow has seen. */
  readonly version: number;
  /** Null for what the product does by itself. */
  readonly commandId: string | null;
  readonly occurred: Occurred;
  readonly recordedAt: IsoInstant;
  readonly decision: ProposalOf<F, A> | Refusal;
}

/**
 * What came of it. `recorded` carries the answer, of this attempt or of an earlier one; `behind` means that another
 * writer was first: apply the facts, decide again; `superseded` that a rebuilt workflow has taken over.
 */
export type MatterOutcome<F> =
  | { readonly status: 'recorded'; readonly answer: CommandAnswer; readonly facts: readonly EngineFactOf<F>[] }
  | { readonly status: 'behind'; readonly facts: readonly EngineFactOf<F>[] }
  | { readonly status: 'superseded' };

/**
 * Records one decision about a matter that is open under its lock: the record, the read model, clocks, notices, what
 * follows elsewhere and the answer to the command. May be tried any number of times: a command that is known keeps
 * the answer it had.
 */
export async function recordInMatter<S extends MatterStanding, F extends AnyFact, A extends { readonly type: string }>(
  tx: Tx,
  open: OpenMatter<S, F, A>,
  input: MatterDecision<F, A>,
  tools: RecordingTools,
): Promise<MatterOutcome<F>> {
  if (isSuperseded(open, input)) return { status: 'superseded' };
  const { command } = open;
  if (input.commandId !== null && !command) throw new Error(`Command ${input.commandId} was never staged.`);
  const missed = () => factsSince<F>(tx, input.matterId, input.version);
  if (command?.status === 'resolved' && command.answer)
    return { status: 'recorded', answer: command.answer, facts: await missed() };
  if (open.seq !== input.version) return { status: 'behind', facts: await missed() };

  const writes = new WriteSet();
  const outcome = await recordable(tx, open, input, tools);
  const { answer, facts } = outcome.ok
    ? await append(tx, open, outcome, input, tools, writes)
    : { answer: outcome, facts: [] };
  if (command) writes.add('command', { id: command.id, status: 'resolved', answer, resolvedAt: input.recordedAt });
  await writes.flush(tx, tools.columnsOf);
  return { status: 'recorded', answer, facts };
}

interface Recordable<F> {
  readonly ok: true;
  readonly facts: readonly F[];
  readonly followUps: readonly FollowUp[];
  readonly clockFacts: readonly ClockFact[];
  readonly policy: AreaPolicy;
  readonly policyAfterTransfer?: DutyContext['policyOn'] | null;
}

/** The facts that a decision comes to, or why it is refused after all. */
async function recordable<S extends MatterStanding, F extends AnyFact, A extends { readonly type: string }>(
  tx: Tx,
  open: OpenMatter<S, F, A>,
  input: MatterDecision<F, A>,
  tools: RecordingTools,
): Promise<Recordable<F> | Refusal> {
  const { decision, occurred } = input;
  const { kind } = open;
  const forbidden = kind.forbids(open);
  if (forbidden) return forbidden;
  if (!decision.ok) return decision;
  const expected = open.command?.expectedRevision ?? null;
  if (expected !== null && (await kind.hasChanged(tx, open, decision, expected))) return refuse('CHANGED_MEANWHILE');
  const policy = open.policyOn(londonDate(occurred.at));
  const context = dutyContext(open, input, policy, tools);
  const clockFacts: ClockFact[] = [];
  for (const ask of decision.asks) {
    if (isPlanningAsk(ask)) clockFacts.push(...planned(open, ask, context, tools));
    if (!isClockAsk(ask)) continue;
    const changed = changeClock(ask, open.running, { ...context, meetingOn: open.standing?.meetingOn ?? null });
    if (!changed.ok) return changed;
    clockFacts.push(changed.fact);
  }
  const completed = await kind.complete(tx, open, decision, context);
  return completed.ok ? { ...completed, clockFacts, policy } : completed;
}

/** The clocks that a changed policy or calendar moves. */
function planned<S extends MatterStanding>(
  open: OpenMatter<S, AnyFact, unknown>,
  { because }: PlanningAsk,
  { occurred, recordedAt, calendar, policyOn }: DutyContext,
  tools: RecordingTools,
): readonly ClockFact[] {
  const { standing, running, announced, putToRunning } = open;
  return planClocksAnew(running, because, occurred, {
    at: recordedAt,
    meetingOn: standing?.meetingOn ?? standing?.onDate ?? null,
    schools: open.schools ?? null,
    calendar,
    policyOn,
    putToRunning,
    policyNamed: (version) => open.policyNamed(version),
    calendarNamed: (version) => calendarNamed(tools.calendar, announced, version),
  });
}

async function append<S extends MatterStanding, F extends AnyFact>(
  tx: Tx,
  open: OpenMatter<S, F, unknown>,
  { facts, followUps, clockFacts, policy, policyAfterTransfer = null }: Recordable<F>,
  input: MatterDecision<F, unknown>,
  tools: RecordingTools,
  writes: WriteSet,
): Promise<{ answer: CommandAnswer; facts: readonly EngineFactOf<F>[] }> {
  const context = dutyContext(open, input, policy, tools);
  const { recordedAt } = input;
  const all = [...clockFacts, ...withDuties(open, facts, context, policyAfterTransfer)];
  const actorId = open.command?.actorId ?? null;
  const appended = appendFacts(
    open,
    all,
    {
      actorId,
      commandId: input.commandId,
      decidedAt: recordedAt,
      policyVersion: policy.version,
      calendarVersion: context.calendar.version,
      idFor: context.idFor,
      movesRevision: true,
    },
    writes,
  );
  const causeId = causeOf(input, tools);
  const { deriveId } = tools;
  stageFollowUps(followUps, { causeId, actorId: actorId ?? open.id, stagedAt: recordedAt, deriveId }, writes);
  await noticesForFacts(tx, open, appended, tools, writes);
  return { answer: { ok: true, revision: appended.revision }, facts: appended.facts.map(forEngine) };
}

/** Each fact, followed by what it does to the duties of the matter; by the new area's policy once that took it over. */
function withDuties<S extends MatterStanding, F extends AnyFact>(
  open: OpenMatter<S, F, unknown>,
  facts: readonly F[],
  context: DutyContext,
  policyAfterTransfer: DutyContext['policyOn'] | null,
): (F | ClockFact)[] {
  const { kind } = open;
  let { standing, running } = open;
  let { policy, policyOfMeeting = context.policyOn } = context;
  return facts.flatMap((fact) => {
    const receiver = fact.type === 'transferAccepted' ? policyAfterTransfer : null;
    if (receiver !== null) {
      const there = receiver(londonDate(context.occurred.at));
      policy = there;
      policyOfMeeting = () => there;
    }
    standing = kind.standingAfter(standing, open.id, fact);
    const changes = kind.dutiesOf(fact, standing, policy);
    const applied = applyDuties(changes, running, { ...context, policy, policyOfMeeting, occurred: fact.occurred });
    ({ running } = applied);
    if (receiver === null) return [fact, ...applied.facts];
    const sender = context.policyOn;
    const climbing = climbByReceiver(running, { sender, receiver }, fact.occurred, context.calendar);
    running = withClocks(running, climbing);
    return [fact, ...applied.facts, ...climbing];
  });
}

/** The same running clocks, of some as they have become. */
function withClocks(
  running: ReadonlyMap<string, OwnedClock>,
  moved: readonly Extract<ClockFact, { type: 'clockMoved' }>[],
): ReadonlyMap<string, OwnedClock> {
  const clocks = new Map(running);
  for (const { data } of moved) {
    const owned = running.get(data.clock.id);
    if (owned) clocks.set(data.clock.id, { ...owned, clock: data.clock });
  }
  return clocks;
}

/** From what the ids of a decision derive: its command, or of what a matter does by itself its place in the record. */
function causeOf({ commandId, matterId, version }: MatterDecision<unknown, unknown>, tools: RecordingTools): string {
  return commandId ?? tools.deriveId(matterId, `byItself/${version}`);
}

function dutyContext(
  open: Pick<OpenMatter<MatterStanding, AnyFact, unknown>, 'policyOn' | 'announced' | 'schoolYears'>,
  input: MatterDecision<unknown, unknown>,
  policy: AreaPolicy,
  tools: RecordingTools,
): DutyContext {
  const { occurred, recordedAt } = input;
  return {
    occurred,
    recordedAt,
    policy,
    calendar: calendarOf(open, tools),
    policyOn: (date) => open.policyOn(date),
    policyOfMeeting: (on) => open.policyOn(on),
    ...(open.schoolYears ? { schoolYears: open.schoolYears } : {}),
    idFor: (name) => tools.deriveId(causeOf(input, tools), name),
  };
}
