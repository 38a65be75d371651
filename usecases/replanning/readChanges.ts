import { meaningOf, problem, type RequestProblem } from '../../contracts/problemCode.ts';
import type {
  PlanningProgressView,
  PolicyChangeProgressView,
  PolicyChangeView,
} from '../../contracts/views/policyChangeViews.ts';
import type { Actor } from '../../domain/access/actor.ts';
import type { ClockKind } from '../../domain/clocks/clockKind.ts';
import type { ClockRule } from '../../domain/clocks/clockRule.ts';
import { describePattern } from '../../domain/meetings/describePattern.ts';
import { describeRule } from '../../domain/policy/describeRule.ts';
import type { PolicyChanges } from '../../domain/policy/policyInForce.ts';
import { recordAccess } from '../../store/access/recordAccess.ts';
import { visibleCaseIds } from '../../store/access/visibleCases.ts';
import { enteredChanges, type KnownChange } from '../../store/replanning/changes.ts';
import { type MeetingChanged, type ReplannedMatter, replanningsOf } from '../../store/replanning/replannings.ts';
import type { Dependencies } from '../dependencies.ts';
import { type Codes, readCodes } from '../office/codes.ts';
import { maySee, shownMoved } from './presentMoves.ts';

/** Every bank holiday, figure and pattern entered while cases ran, the latest first. */
export async function listChanges(deps: Dependencies): Promise<readonly PolicyChangeView[]> {
  const [changes, codes] = await Promise.all([enteredChanges(deps.store.prisma), readCodes(deps)]);
  return changes.map((change) => presentChange(change, codes));
}

/** A change with what became of each case and meeting that it moved, and that its undoing moved back. */
export async function readChange(
  deps: Dependencies,
  { actor, route }: { readonly actor: Actor; readonly route: string },
  changeId: string,
): Promise<{ readonly ok: true; readonly view: PolicyChangeProgressView } | RequestProblem> {
  const { prisma } = deps.store;
  const known = (await enteredChanges(prisma)).find(({ id }) => id === changeId);
  if (!known) return problem('NOT_FOUND');
  const [orders, codes] = await Promise.all([replanningsOf(prisma, changeId), readCodes(deps)]);
  const all = orders.flatMap(({ matters }) => matters.map(({ matterId }) => matterId));
  const visible = await visibleCaseIds(prisma, actor, all);
  const noted = { event: 'readPolicyChange', route, caseId: null, outcome: 'shown', at: deps.clock.now() };
  await recordAccess(prisma, { actorId: actor.practitionerId, ...noted });
  const progressOf = (undoes: boolean): PlanningProgressView | null => {
    const order = orders.find((each) => each.undoes === undoes);
    return order ? presentOrder(order, visible, codes) : null;
  };
  return {
    ok: true,
    view: { change: presentChange(known, codes), applied: progressOf(false), undone: progressOf(true) },
  };
}

function presentChange(change: KnownChange, codes: Codes): PolicyChangeView {
  const { id, because, version, source, enteredAt, withdrawnAt, areaId, on, events, patch, putToRunning } = change;
  return {
    ...{ changeId: id, because, version, source, enteredAt, withdrawnAt, toRunning: putToRunning },
    what: because === 'calendar' ? events.map(({ title }) => title).join(', ') : whatIsSet(patch),
    area: areaId === null ? null : codes.area(areaId),
    countsFrom: on,
  };
}

function whatIsSet(patch: PolicyChanges): string {
  const sits = patch.meeting?.sits;
  if (sits !== undefined) return `Meetings ${describePattern(sits.value)}`;
  const [ladder] = Object.keys(patch.ladders ?? {});
  if (ladder !== undefined) return `Ladder ${ladder}`;
  const rules = Object.entries(patch.clocks ?? {}) as [ClockKind, ClockRule][];
  if (rules.length > 0) return rules.map(([kind, rule]) => describeRule(kind, rule)).join('; ');
  return Object.entries(patch)
    .flatMap(([section, of]) => Object.keys(of).map((name) => `${section}.${name}`))
    .join(', ');
}

function presentOrder(
  { madeAt, matters }: { readonly madeAt: string; readonly matters: readonly ReplannedMatter[] },
  visible: ReadonlySet<string>,
  codes: Codes,
): PlanningProgressView {
  const rows = matters.map(({ about, matterId, areaId, reference, meetingOn, status, answer, ...matter }) => ({
    ...{ about, reference, meetingOn, area: codes.area(areaId), commandId: matter.commandId },
    count: matter.moved.length,
    meeting: matter.meeting && presentMeetingChange(matter.meeting),
    status: statusOf(status, answer),
    problem: answer?.ok === false ? meaningOf(answer.code) : null,
    clocks: maySee(visible, about, matterId) ? matter.moved.map((each) => shownMoved(each, madeAt)) : null,
  }));
  const count = (...wanted: string[]) => rows.filter(({ status }) => wanted.includes(status)).length;
  return {
    ...{ madeAt, total: rows.length, done: count('done'), refused: count('refused') },
    waiting: count('waiting', 'parked'),
    matters: rows,
  };
}

const done = {
  callMeeting: 'called',
  moveMeeting: 'moved',
  cancelMeeting: 'cancelled',
  moveCutOff: 'cutOffMoved',
} as const;

function presentMeetingChange({ type, ...change }: MeetingChanged) {
  return { does: done[type], ...change };
}

function statusOf(status: ReplannedMatter['status'], answer: ReplannedMatter['answer']) {
  if (status === 'parked') return 'parked' as const;
  if (status !== 'resolved' || answer === null) return 'waiting' as const;
  return answer.ok ? ('done' as const) : ('refused' as const);
}
