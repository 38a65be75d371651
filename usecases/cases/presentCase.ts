import type { ActionView, CaseView, PersonView } from '../../contracts/views/caseView.ts';
import type { DisclosureLevel } from '../../domain/access/disclosureLevel.ts';
import { londonDate } from '../../domain/calendar/london.ts';
import type { IsoInstant } from '../../domain/calendar/time.ts';
import { notifyingOfChildren } from '../../domain/children/notifyingOfChildren.ts';
import type { ChildInReferral, SchoolResult } from '../../domain/lifecycle/facts/children.ts';
import { stageMeanings, type Stage } from '../../domain/lifecycle/stage.ts';
import type { CaseDetails } from '../../store/cases/caseDetails.ts';
import type { CaseElsewhere } from '../../store/cases/sameTwoElsewhere.ts';
import type { OpenedPerson } from '../../store/people/openPeople.ts';
import { type CasesOfSameTwo, presentSameTwo } from './presentSameTwo.ts';
import { presentSupport } from './presentSupport.ts';
import { presentClock } from '../clocks/presentClock.ts';
import type { Codes } from '../office/codes.ts';
import { ageBandNow } from './childrenNow.ts';
import { courtOfCase } from './presentCourt.ts';
import { presentPerson } from './presentPerson.ts';
import type { Words } from './words.ts';

/** What a presenter is given: the case, who reads it, and everything already opened. */
export interface CaseToPresent {
  readonly details: CaseDetails;
  readonly level: Exclude<DisclosureLevel, 'none'>;
  /** Agencies of the reader: their own actions are theirs to read. */
  readonly ownAgencyIds: readonly string[];
  readonly codes: Codes;
  readonly words: Words;
  readonly people: ReadonlyMap<string, OpenedPerson>;
  readonly repeatOf: string | null;
  readonly alsoBefore: readonly CaseElsewhere[];
  readonly sameTwoCases: CasesOfSameTwo;
  readonly likelyMatches: CaseView['likelyMatches'];
  readonly now: IsoInstant;
}

/** A case, as much of it as the reader's disclosure level allows: what is not for them is left out, not blanked. */
export function presentCase(given: CaseToPresent): CaseView {
  const { details, level, codes } = given;
  const full = level === 'full';
  const knowsPeople = level !== 'reference';
  return {
    reference: details.reference,
    disclosure: level,
    area: codes.area(details.areaId),
    stage: details.stage,
    stageMeaning: stageMeanings[details.stage as Stage],
    grade: details.grade,
    route: details.route,
    repeat: details.repeatOfId !== null,
    escalationOn: full ? details.escalationDays : [],
    repeatOf: given.repeatOf,
    planReviewed: details.repeatOfId === null ? null : details.planReviewed,
    transferredFrom: details.transferredFromId === null ? null : codes.area(details.transferredFromId),
    alsoBefore: full ? given.alsoBefore.map(({ areaId }) => codes.area(areaId)) : [],
    ...presentSameTwo(given),
    likelyMatches: full ? [...given.likelyMatches] : [],
    transfers: (level === 'outcome' ? [] : details.transfers).map((each) => presentTransfer(given, each)),
    silent: details.silent,
    frozen: details.frozen,
    legalHold: details.legalHold,
    parked: details.parked,
    revision: details.revision,
    victim: knowsPeople ? person(given, details.victimId) : null,
    perpetrator: knowsPeople ? person(given, details.perpetratorId) : null,
    relationship: knowsPeople ? details.relationship : null,
    referral: given.words(details.referralContentId, full || level === 'outcome' || isTheirsToTakeOn(given)),
    // Whoever was handed something may get in touch with the victim, and has to know how that is safe.
    safeContact:
      (full || isHandedToReader(given)) && details.safeContact ? safeContact(given, details.safeContact) : null,
    safeContactProposals: (full ? details.safeContactProposals : []).map(({ id, fromCaseId, proposedAt }) => {
      return { proposalId: id, fromThisCase: fromCaseId === details.id, proposedAt, details: given.words(id) };
    }),
    referringAgencies: details.parts
      .filter(({ part }) => part === 'referring')
      .flatMap(({ agencyId }) => codes.agency(agencyId) ?? []),
    referrerId: details.referrerId,
    adviserId: level === 'outcome' ? null : details.adviserId,
    engagement: full ? details.engagement : 'withheld',
    contactSuspended: details.contactSuspended,
    ...partsOfCase(given),
    dates: datesOf(details),
  };
}

function partsOfCase(given: CaseToPresent) {
  const { details, level, codes, words, now } = given;
  const full = level === 'full';
  const forFigures = full || level === 'reference';
  const clocks = details.clocks.filter(({ agencyId }) => forFigures || isOwn(given, agencyId));
  return {
    children: level === 'outcome' ? [] : details.children.map((child) => presentChild(given, child)),
    assessments: (full ? details.assessments : []).map((each) => ({
      assessmentId: each.id,
      tool: each.tool,
      version: each.toolVersion,
      count: each.count,
      policeGrade: each.policeGrade,
      answers: words(each.contentId),
      occurredAt: each.occurredAt,
    })),
    handovers: details.handovers
      .filter(({ toAgencyId }) => forFigures || isOwn(given, toAgencyId))
      .map((each) => presentHandover(given, each)),
    actions: details.actions
      .filter(({ agencyId }) => forFigures || isOwn(given, agencyId))
      .map((action) => presentAction(given, action)),
    advisers: (level === 'outcome' || level === 'reference' ? [] : details.allocations).map((each) => ({
      adviserId: each.adviserId,
      kind: each.kind,
      allocatedAt: each.allocatedAt,
      endedAt: each.endedAt,
      overCapacity: each.overCapacity,
      reason: words(each.contentId, full),
    })),
    contactAttempts: (full ? details.attempts : []).map((each) => ({
      attemptId: each.id,
      result: each.result,
      medium: each.medium,
      byId: each.byId,
      note: words(each.contentId),
      outsideSafeTimesBecause: words(each.reasonId),
      occurredAt: each.occurredAt,
    })),
    ...presentSupport(given),
    ...courtOfCase(given),
    listings: details.listings.map(({ meetingId, meetingOn, status, overflow, contentId }) => {
      return { meetingId, meetingOn, status, overflow, words: words(contentId, full) };
    }),
    heardElsewhere: presentHeardElsewhere(given),
    clocks: clocks.map((each) =>
      presentClock({ ...each, reference: details.reference, silent: details.silent }, codes, now),
    ),
  };
}

/** The case may have been heard again since; the day is kept where no later meeting took its place. */
function presentHeardElsewhere({ details, level, words }: CaseToPresent): CaseView['heardElsewhere'] {
  const { heardElsewhereId, heardMeetingId, heardAt } = details;
  if (heardElsewhereId === null) return null;
  const meetingOn = heardAt !== null && heardMeetingId === null ? londonDate(heardAt) : null;
  return { meetingOn, words: words(heardElsewhereId, level === 'full') };
}

function presentHandover(given: CaseToPresent, each: CaseDetails['handovers'][number]): CaseView['handovers'][number] {
  const { id, kind, toAgencyId, urgent, madeAt, acknowledgedAt, refusedAt, settledAt, insteadOfId } = each;
  const { codes, words, level } = given;
  const mayRead = level === 'full' || isOwn(given, toAgencyId);
  return {
    handoverId: id,
    kind,
    to: codes.agency(toAgencyId),
    urgent,
    asked: words(each.contentId, mayRead),
    madeAt,
    acknowledgedAt,
    refusedAt,
    refusedBecause: words(each.reasonId, mayRead),
    settledAt,
    settledBecause: words(each.settledReasonId, level === 'full'),
    insteadOf: insteadOfId,
  };
}

type Action = CaseDetails['actions'][number];

/** An action with its clock; whoever sees it without being meant by it does not read its words. */
function presentAction(given: CaseToPresent, action: Action): ActionView {
  const { details, level, codes, words, now } = given;
  const running = details.clocks.filter(
    ({ clock }) => clock.subject.type === 'action' && clock.subject.id === action.id,
  );
  const latest = running.at(-1)?.clock ?? null;
  const mayRead = level === 'full' || isOwn(given, action.agencyId);
  return {
    actionId: action.id,
    agency: codes.agency(action.agencyId),
    ownerId: action.ownerId,
    risk: action.riskCode,
    urgent: action.urgent,
    status: action.status as ActionView['status'],
    description: words(action.contentId, mayRead),
    due: latest?.due ?? null,
    overdue: action.status === 'open' && latest !== null && latest.overdueAt <= now,
    setAt: action.setAt,
    endedAt: action.endedAt,
    endedWith: words(action.endContentId, mayRead),
    clockId: latest?.id ?? null,
    revision: action.revision,
  };
}

function presentTransfer({ level, codes, words }: CaseToPresent, transfer: CaseDetails['transfers'][number]) {
  const { id, fromAreaId, toAreaId, outsideId, status, reasonId, requestedAt, answeredAt, answerId } = transfer;
  const mayRead = level === 'full';
  return {
    transferId: id,
    from: codes.area(fromAreaId),
    to: toAreaId === null ? null : codes.area(toAreaId),
    outside: words(outsideId, mayRead),
    status,
    reason: words(reasonId, mayRead),
    requestedAt,
    answeredAt,
    answer: words(answerId, mayRead),
  };
}

function presentChild(given: CaseToPresent, child: CaseDetails['children'][number]) {
  const { id, personId, ageBand, servicesId, servicesBy, notificationId, alreadySent } = child;
  const who = personId !== null && given.level !== 'reference' ? person(given, personId) : null;
  const services = given.codes.agency(servicesId);
  const on = londonDate(given.now);
  const known = personId === null ? undefined : given.people.get(personId);
  const age = ageBandNow(known, ageBand as ChildInReferral['ageBand'], on);
  const notificationOwed = given.details.clocks.some(
    ({ clock }) => clock.end === null && notifyingOfChildren.includes(clock.kind) && clock.subject.id === id,
  );
  const told = { services, servicesBy, notified: notificationId !== null, alreadySent, notificationOwed };
  const about = given.words(child.contentId, given.level === 'full');
  return {
    childId: id,
    ageBand: age,
    who,
    about,
    addedAt: child.addedAt,
    ...told,
    school: presentSchool(given, child),
  };
}

function presentSchool({ words, level }: CaseToPresent, child: CaseDetails['children'][number]) {
  const { ofSchoolAge, schoolAt: at, schoolNoteId } = child;
  const result = child.schoolResult as SchoolResult | null;
  return ofSchoolAge || result !== null ? { result, at, note: words(schoolNoteId, level === 'full') } : null;
}

function safeContact(
  { words, details: { safeContactAlso } }: CaseToPresent,
  { contentId, suspendedAt }: NonNullable<CaseDetails['safeContact']>,
) {
  return {
    suspended: suspendedAt !== null,
    details: words(contentId),
    also: safeContactAlso.map((id) => words(id)),
  };
}

function person({ people }: CaseToPresent, id: string): PersonView {
  return presentPerson(people.get(id));
}

/** Whether something of this case was handed to an agency of the reader. */
function isHandedToReader(given: CaseToPresent): boolean {
  const standing = given.details.handovers.filter(({ refusedAt }) => refusedAt === null);
  return given.level === 'agency' && standing.some(({ toAgencyId }) => isOwn(given, toAgencyId));
}

/** Whether the case itself was handed to an agency of the reader, who needs the referral to take it on. */
function isTheirsToTakeOn(given: CaseToPresent): boolean {
  const { level, details } = given;
  const wholeCase = details.handovers
    .filter(({ kind }) => kind === 'standardRisk' || kind === 'safeguarding')
    .filter(({ refusedAt }) => refusedAt === null);
  return level === 'agency' && wholeCase.some(({ toAgencyId }) => isOwn(given, toAgencyId));
}

function isOwn({ ownAgencyIds }: CaseToPresent, agencyId: string | null): boolean {
  return agencyId !== null && ownAgencyIds.includes(agencyId);
}

function datesOf(details: CaseDetails): CaseView['dates'] {
  return {
    received: details.receivedAt,
    screened: details.screenedAt,
    accepted: details.acceptedAt,
    graded: details.gradedAt,
    firstAttempt: details.firstAttemptAt,
    firstSpoke: details.firstSpokeAt,
    listed: details.listedAt,
    heard: details.heardAt,
    actionsEnded: details.actionsEndedAt,
    closed: details.closedAt,
    supportEnded: details.supportEndedAt,
    ended: details.endedAt,
    erased: details.erasedAt,
    flagEndsOn: details.flagEndsOn,
  };
}
