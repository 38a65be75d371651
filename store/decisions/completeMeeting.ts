import { londonDate } from '../../domain/calendar/london.ts';
import { workingDaysAfter } from '../../domain/calendar/workingCalendar.ts';
import { listingCutOff } from '../../domain/clocks/listingCutOff.ts';
import type { DutyContext } from '../../domain/duties/applyDuties.ts';
import { refuse, type Refusal } from '../../domain/lifecycle/refusal.ts';
import { askAgencies } from '../../domain/meetings/askAgencies.ts';
import { isShort } from '../../domain/meetings/isShort.ts';
import type { MeetingAsk, MeetingProposal } from '../../domain/meetings/meetingCommand.ts';
import type { MeetingFact, MeetingFactOf, MeetingSort } from '../../domain/meetings/meetingFact.ts';
import { agenciesToInvite, invitedTo } from '../meetings/invitees.ts';
import { agencyKinds, askedAgencies, casesTaken, listedCases } from '../meetings/listOfMeeting.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant } from '../time.ts';
import { followUpsOfConclusion, followUpsOfRelisting } from './followUpsOfMeeting.ts';
import type { FollowUp } from './followUps.ts';
import type { Completed } from './matterKind.ts';
import type { OpenMeeting } from './openMeeting.ts';

/** What is at hand while the questions of one decision are answered, one after the other. */
interface Answering {
  readonly tx: Tx;
  readonly open: OpenMeeting;
  readonly context: DutyContext;
}

type Answer = { readonly facts: readonly MeetingFact[]; readonly followUps: readonly FollowUp[] };

/** Answers what a decision about a meeting asks, under the lock of its row; the facts come back in their order. */
export async function completeMeeting(
  tx: Tx,
  open: OpenMeeting,
  { facts, asks }: MeetingProposal,
  context: DutyContext,
): Promise<Completed<MeetingFact>> {
  let answer: Answer = { facts, followUps: [] };
  for (const ask of asks) {
    const next = await answerOne(ask, answer, { tx, open, context });
    if ('ok' in next) return next;
    answer = next;
  }
  return { ok: true, ...answer };
}

async function answerOne(ask: MeetingAsk, answer: Answer, at: Answering): Promise<Answer | Refusal> {
  switch (ask.type) {
    case 'call':
      return call(answer, at);
    case 'invite':
      return invite(answer, at);
    case 'move':
      return move(answer, at);
    case 'cutOff':
      return moveCutOff(answer, at);
    case 'lock':
      return lock(answer, at);
    case 'admit': {
      const parts = await listedCases(at.tx, at.open.id);
      return {
        ...answer,
        facts: [
          ...answer.facts,
          ...(await asking(
            parts.filter(({ caseId }) => caseId === ask.caseId),
            at,
          )),
        ],
      };
    }
    case 'relist':
      return relist(ask, answer, at);
    case 'conclude':
      return conclude(answer, at);
    case 'sendMinutes':
      return sendMinutes(answer, at);
    case 'extend':
    case 'pause':
    case 'resume':
    case 'acknowledge':
    case 'planAnew':
      return answer;
  }
}

/** Cut-off and capacity by the policy of the day the meeting is on; an emergency meeting has to be near. */
async function call(answer: Answer, { tx, open, context }: Answering): Promise<Answer | Refusal> {
  const called = factOf(answer.facts, 'meetingCalled');
  const { startsAt, on, kind, silent, capacity } = called.data;
  if (await isTaken(tx, open, startsAt)) return refuse('MEETING_EXISTS_ALREADY');
  const { meeting } = open.policyOn(on);
  const latest = workingDaysAfter(
    context.calendar,
    londonDate(context.recordedAt),
    meeting.emergencyWithinWorkingDays.value,
  );
  if (kind === 'emergency' && !silent && on > latest.date) return refuse('EMERGENCY_TOO_LATE');
  const data = {
    ...called.data,
    cutOffOn: cutOffOf(on, kind, open, context),
    capacity: capacity === 0 ? meeting.capacity.value : capacity,
  };
  const { occurred } = called;
  // An emergency meeting is convened for its cases: each comes onto its list by a decision of its own.
  const locked: MeetingFact = { type: 'listLocked', occurred, data: { caseIds: [] } };
  const others = answer.facts.filter((fact) => fact !== called);
  return { ...answer, facts: [{ ...called, data }, ...(kind === 'emergency' && !silent ? [locked] : []), ...others] };
}

/** Everybody who represents an agency in the area is asked to come. */
async function invite(answer: Answer, { tx, open, context }: Answering): Promise<Answer> {
  const agencyIds = await agenciesToInvite(tx, open.area.id, londonDate(context.recordedAt));
  const facts = answer.facts.map((fact): MeetingFact =>
    fact.type === 'agenciesInvited' ? { ...fact, data: { agencyIds } } : fact,
  );
  return { ...answer, facts };
}

/** A moved meeting has the cut-off of its new date. Where that is still to come the list opens again. */
async function move(answer: Answer, at: Answering): Promise<Answer | Refusal> {
  const { tx, open, context } = at;
  const moved = factOf(answer.facts, 'meetingMoved');
  const { startsAt, on } = moved.data;
  if (await isTaken(tx, open, startsAt)) return refuse('MEETING_EXISTS_ALREADY');
  const kind = open.standing?.kind ?? 'ordinary';
  const cutOffOn = cutOffOf(on, kind, open, context);
  const wasLocked = open.standing?.lockedAt !== null;
  const locked = wasLocked && (kind === 'emergency' || cutOffOn < londonDate(context.recordedAt));
  const facts: MeetingFact[] = [{ ...moved, data: { ...moved.data, cutOffOn, locked } }];
  if (!locked) return { ...answer, facts };
  return { ...answer, facts: [...facts, ...(await asking(await listedCases(tx, open.id), at, true))] };
}

/** By the policy of the day of the meeting, as for one that is called or moved. */
function moveCutOff(answer: Answer, { open, context }: Answering): Answer {
  const { onDate, kind } = open.standing ?? { onDate: londonDate(context.recordedAt), kind: 'ordinary' };
  const cutOffOn = cutOffOf(onDate, kind, open, context);
  const facts = answer.facts.map((fact): MeetingFact =>
    fact.type === 'cutOffMoved' ? { ...fact, data: { ...fact.data, cutOffOn } } : fact,
  );
  return { ...answer, facts };
}

async function lock(answer: Answer, at: Answering): Promise<Answer> {
  const locked = factOf(answer.facts, 'listLocked');
  const parts = await listedCases(at.tx, at.open.id);
  const caseIds = parts.map(({ caseId }) => caseId);
  return { ...answer, facts: [{ ...locked, data: { caseIds } }, ...(await asking(parts, at, true))] };
}

/** Research is asked of everybody who comes to the meeting, unless the area asks only those with a part in the case. */
async function asking(
  parts: Awaited<ReturnType<typeof listedCases>>,
  { tx, open, context }: Answering,
  again = false,
): Promise<readonly MeetingFact[]> {
  const before = await askedAgencies(tx, open.id);
  const urgent = open.standing?.kind === 'emergency';
  const today = londonDate(context.recordedAt);
  const { researchAskedOf } = open.policyOn(open.standing?.onDate ?? today).meeting;
  const everywhere = researchAskedOf.value === 'everyAgency' ? await agenciesToInvite(tx, open.area.id, today) : [];
  const cases = parts.map(({ caseId, agencyIds }) => ({
    caseId,
    agencyIds: [...new Set([...agencyIds, ...everywhere])].toSorted(),
  }));
  return askAgencies(cases, before, context.idFor, again).map((asked) => ({
    type: 'researchAsked',
    occurred: context.occurred,
    data: { ...asked, urgent },
  }));
}

async function relist(
  ask: Extract<MeetingAsk, { type: 'relist' }>,
  answer: Answer,
  { tx, open }: Answering,
): Promise<Answer> {
  const caseIds = (await listedCases(tx, open.id)).map(({ caseId }) => caseId);
  const invitedAgencyIds = await invitedTo(tx, open.id);
  const facts = answer.facts.map((fact): MeetingFact =>
    fact.type === 'meetingMoved'
      ? { ...fact, data: { ...fact.data, caseIds, invitedAgencyIds } }
      : fact.type === 'meetingCancelled'
        ? { ...fact, data: { ...fact.data, caseIds, invitedAgencyIds } }
        : fact,
  );
  const [first] = facts;
  if (!first) return answer;
  return { facts, followUps: followUpsOfRelisting(open.id, caseIds, ask, first.occurred) };
}

/** Whether enough were there is policy; what was decided goes to every case as a command of its own. */
async function conclude(answer: Answer, { tx, open }: Answering): Promise<Answer> {
  const held = factOf(answer.facts, 'meetingHeld');
  const { presentAgencyIds } = held.data;
  const { meeting } = open.policyOn(londonDate(held.occurred.at));
  const kinds = await agencyKinds(tx, presentAgencyIds);
  const short = isShort(presentAgencyIds.length, kinds, meeting);
  const facts = answer.facts.map((fact): MeetingFact =>
    fact.type === 'meetingHeld' ? { ...fact, data: { ...fact.data, ...short } } : fact,
  );
  const table = await tx.meetingTable.findUnique({ where: { id: open.id }, select: { attendees: true } });
  const taken = await casesTaken(tx, open.id);
  const onList = new Set((await listedCases(tx, open.id)).map(({ caseId }) => caseId));
  const followUps = followUpsOfConclusion(
    open.id,
    taken.filter(({ caseId }) => onList.has(caseId)),
    table?.attendees,
    held.occurred,
  );
  return { facts, followUps };
}

/** Minutes go to everybody who was there, was asked, or has to do something. */
async function sendMinutes(answer: Answer, { tx, open }: Answering): Promise<Answer> {
  const [held, asked, taken] = [
    await tx.auditEvent.findFirst({ where: { caseId: open.id, type: 'meetingHeld' }, select: { data: true } }),
    await askedAgencies(tx, open.id),
    await casesTaken(tx, open.id),
  ];
  const there = (held?.data as { presentAgencyIds?: readonly string[] } | undefined)?.presentAgencyIds ?? [];
  const doing = taken.flatMap((each) =>
    each.outcome === 'presented' ? each.actions.map((action) => action.agencyId) : [],
  );
  const agencyIds = [...new Set([...there, ...asked.map(({ agencyId }) => agencyId), ...doing])].toSorted();
  const facts = answer.facts.map((fact): MeetingFact =>
    fact.type === 'minutesSent' ? { ...fact, data: { ...fact.data, agencyIds } } : fact,
  );
  return { ...answer, facts };
}

function cutOffOf(on: string, kind: MeetingSort, open: OpenMeeting, { calendar }: DutyContext): string {
  return kind === 'emergency' ? on : listingCutOff(on, open.policyOn(on), calendar).date;
}

async function isTaken(tx: Tx, open: OpenMeeting, startsAt: string): Promise<boolean> {
  const where = {
    areaId: open.area.id,
    startsAt: fromInstant(startsAt),
    status: { not: 'cancelled' },
    id: { not: open.id },
  };
  return (await tx.meeting.count({ where })) > 0;
}

function factOf<T extends MeetingFact['type']>(facts: readonly MeetingFact[], type: T): MeetingFactOf<T> {
  const found = facts.find((fact) => fact.type === type);
  if (!found) throw new Error(`The question is about a fact ${type}, and there is none.`);
  // Found by its type.
  return found as MeetingFactOf<T>;
}
