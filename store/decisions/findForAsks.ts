import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoDate, IsoInstant, Occurred } from '../../domain/calendar/time.ts';
import { dueDate } from '../../domain/clocks/dueFor.ts';
import type { MeetingChoice } from '../../domain/completion/chooseMeeting.ts';
import type { Found } from '../../domain/completion/found.ts';
import type { ReceivingArea } from '../../domain/completion/completeTransfer.ts';
import type { ChildInReferral, SchoolResult } from '../../domain/lifecycle/facts/children.ts';
import type { Ask } from '../../domain/lifecycle/ask.ts';
import type { Proposal } from '../../domain/lifecycle/command.ts';
import type { Grade } from '../../domain/risk/grade.ts';
import { knownEvents } from '../assessments/knownEvents.ts';
import { findAdviser } from '../idva/findAdviser.ts';
import { whyGone } from '../idva/leavers.ts';
import { listedOn } from '../meetings/listedOn.ts';
import { findErasable } from '../retention/findErasable.ts';
import { lockPeopleOfCase } from '../retention/lockPeopleOfCase.ts';
import { Prisma } from '../generated/client.ts';
import type { Tx } from '../prismaClient.ts';
import { fromInstant, toIsoDate } from '../time.ts';
import { findDeath } from './findDeath.ts';
import { findForMerge } from './findForMerge.ts';
import { findReport } from './findReport.ts';
import { findSafeContact } from './findSafeContact.ts';
import { findLikelyMatch } from './findLikelyMatch.ts';
import { earlierCase, repeatedBy } from './earlierCase.ts';
import { notificationsOfCase } from './notificationsOfCase.ts';
import type { OpenCase } from './openCase.ts';

/** Meetings looked at for the first place: more than are ever full one after the other, few enough to lock. */
const meetingsInView = 8;

/** Finds, under locks taken in one fixed order (pair, then meetings by date, then the adviser), what a proposal asks about. */
export async function findForAsks(
  tx: Tx,
  open: OpenCase,
  proposal: Proposal,
  when: { readonly occurred: Occurred; readonly recordedAt: IsoInstant; readonly today: IsoDate },
): Promise<
  Pick<
    Found,
    | 'earlierCaseId'
    | 'meetings'
    | 'children'
    | 'notifications'
    | 'events'
    | 'adviser'
    | 'adviserGone'
    | 'assessmentBefore'
    | 'keptCase'
    | 'mergeUnderWay'
    | 'openActionsOfJoined'
    | 'safeContactProposal'
    | 'retention'
    | 'likelyMatch'
    | 'report'
    | 'flagBefore'
    | 'death'
  > & {
    readonly receivingArea: (ReceivingArea & { readonly code: string }) | null;
  }
> {
  const asked = new Set<Ask['type']>(proposal.asks.map((ask) => ask.type));
  const received = proposal.facts.find((fact) => fact.type === 'referralReceived')?.data ?? null;
  const incidentOn = received?.incidentOn ?? londonDate(when.occurred.at);
  // Before anything else is asked: what follows counts the two records as what they were decided to be.
  const likelyMatch = await findLikelyMatch(tx, open, proposal, when.occurred);
  const earlierCaseId = received
    ? await earlierCase(tx, open.caseId, received.pairId, incidentOn, {
        receivedAt: when.occurred.at,
        recordedAt: null,
      })
    : asked.has('findRepeat') && likelyMatch?.stands !== true
      ? await repeatedBy(tx, open)
      : null;
  const accepted = proposal.asks.find((ask) => ask.type === 'acceptTransfer');
  const receivingArea = accepted ? await receivingAreaOf(tx, accepted.toAreaId) : null;
  const wantsPlace =
    accepted?.listed === true ||
    asked.has('place') ||
    asked.has('takeBackDeath') ||
    asked.has('grade') ||
    asked.has('decideOnConsent') ||
    ((asked.has('receive') || asked.has('findRepeat')) && earlierCaseId !== null);
  return {
    ...(await findForMerge(tx, open, proposal)),
    ...(await findSafeContact(tx, proposal)),
    ...(await findReport(tx, open.caseId, proposal)),
    death: await findDeath(tx, open.caseId, proposal),
    earlierCaseId,
    likelyMatch: likelyMatch?.found ?? null,
    meetings: wantsPlace
      ? await lockMeetings(tx, receivingArea?.id ?? open.area.id, when.today, meetingNamed(proposal))
      : [],
    receivingArea,
    children: isAboutChildren(asked) ? await childrenOf(tx, open.caseId) : [],
    notifications: asked.has('takeOutChild') ? await notificationsOfCase(tx, open.caseId, when.recordedAt) : [],
    events: asksAboutRoutes(asked) && open.standing ? await knownEvents(tx, open.standing.pairId) : [],
    assessmentBefore: asked.has('reviewRisk') ? await assessmentBefore(tx, open.caseId, when.occurred) : null,
    adviser: await adviserFor(tx, open, proposal, when.today),
    adviserGone: await goneFor(tx, proposal, when.today),
    retention: asked.has('eraseRecord') ? await retentionOf(tx, open) : null,
  };
}

/** The review of the record that is under way, and what would go with it now. */
async function retentionOf(tx: Tx, { caseId, running }: OpenCase): Promise<Found['retention']> {
  const review = [...running.values()].find(({ clock }) => clock.kind === 'retentionReview');
  if (!review) return null;
  await lockPeopleOfCase(tx, caseId);
  return { dueOn: dueDate(review.clock.due), ...(await findErasable(tx, caseId)) };
}

/** The last assessment of the case taken by the time a review happened. */
async function assessmentBefore(tx: Tx, caseId: string, { at }: Occurred) {
  const found = await tx.assessment.findFirst({
    where: { caseId, occurredAt: { lte: fromInstant(at) } },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
    select: { tool: true, count: true, policeGrade: true },
  });
  return found && { ...found, policeGrade: found.policeGrade as Grade | null };
}

async function adviserFor(tx: Tx, { caseId, deniedPractitionerIds }: OpenCase, { asks }: Proposal, today: IsoDate) {
  const ask = asks.find((each) => each.type === 'allocate');
  if (!ask) return null;
  const { adviserId, kind = 'community' } = ask;
  return findAdviser(tx, { adviserId, kind, caseId, deniedPractitionerIds }, today);
}

async function goneFor(tx: Tx, { asks }: Proposal, today: IsoDate): Promise<Found['adviserGone']> {
  const ask = asks.find((each) => each.type === 'endAllocation');
  return ask ? whyGone(tx, ask.allocationId, today) : null;
}

/** The area that takes a case over, with its services. */
async function receivingAreaOf(tx: Tx, id: string): Promise<(ReceivingArea & { readonly code: string }) | null> {
  const services = { idvaServiceId: true, standardRiskServiceId: true, childrensServicesId: true } as const;
  return tx.area.findUnique({ where: { id }, select: { id: true, code: true, ...services } });
}

/** The meeting somebody asks for by name; null where the first with room is meant. */
function meetingNamed({ asks }: Proposal): string | null {
  return asks.find((ask) => ask.type === 'place')?.meetingId ?? null;
}

/** The next meetings of an area, and the one named, however far ahead; one that is about to be cancelled takes nobody. */
async function lockMeetings(
  tx: Tx,
  areaId: string,
  today: IsoDate,
  named: string | null,
): Promise<readonly MeetingChoice[]> {
  const takes = Prisma.sql`area_id = ${areaId}::uuid AND status = 'planned' AND on_date >= ${today}::date
    AND NOT EXISTS (SELECT FROM command c WHERE c.case_id = meeting.id AND c.type = 'cancelMeeting' AND c.status = 'staged')`;
  const locked = await tx.$queryRaw<
    { id: string; on_date: Date; cut_off_on: Date; capacity: number; kind: string; locked: boolean }[]
  >`
    SELECT id, on_date, cut_off_on, capacity, kind, locked_at IS NOT NULL AS locked FROM meeting
    WHERE ${takes} AND (id = ${named}::uuid
      OR id IN (SELECT id FROM meeting WHERE ${takes} ORDER BY on_date, id LIMIT ${meetingsInView}))
    ORDER BY on_date, id FOR UPDATE`;
  if (locked.length === 0) return [];
  const listed = await listedOn(
    tx,
    locked.map(({ id }) => id),
  );
  return locked.map((meeting) => ({
    meetingId: meeting.id,
    meetingOn: toIsoDate(meeting.on_date),
    cutOffOn: toIsoDate(meeting.cut_off_on),
    capacity: meeting.capacity,
    listed: listed.get(meeting.id) ?? 0,
    locked: meeting.locked,
    emergency: meeting.kind === 'emergency',
  }));
}

/** A notification is made, or begins to be owed: with a grade, with a referral that stands for itself again, or with a case that is worked again. */
function isAboutChildren(asked: ReadonlySet<Ask['type']>): boolean {
  const kinds = [
    'notifyChildren',
    'addChild',
    'putChildRight',
    'takeOutChild',
    'grade',
    'hearElsewhere',
    'checkMerge',
    'reopen',
    'takeBackDeath',
  ] as const;
  return kinds.some((kind) => asked.has(kind));
}

function asksAboutRoutes(asked: ReadonlySet<Ask['type']>): boolean {
  return (['accept', 'decline', 'grade'] as const).some((kind) => asked.has(kind));
}

async function childrenOf(tx: Tx, caseId: string): Promise<Found['children']> {
  const rows = await tx.child.findMany({ where: { caseId, partedAt: null }, orderBy: { id: 'asc' } });
  return rows.map(({ id, personId, ageBand, notificationId, servicesId, ofSchoolAge, schoolResult }) => ({
    ...{ id, personId, ageBand: ageBand as ChildInReferral['ageBand'], notified: notificationId !== null },
    ...{ servicesAgencyId: servicesId, ofSchoolAge, schoolResult: schoolResult as SchoolResult | null },
  }));
}
