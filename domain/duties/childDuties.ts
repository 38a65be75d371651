import { childrenOwed } from '../children/childrenOwed.ts';
import { notifyingOfChildren } from '../children/notifyingOfChildren.ts';
import type { Fact } from '../lifecycle/caseFact.ts';
import type { ChildInReferral } from '../lifecycle/facts/children.ts';
import type { JoinedChild } from '../lifecycle/facts/merge.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import type { Grade } from '../risk/grade.ts';
import { done, type DutyChange, fallsAway, idvaOf, nobody, starts, theCaseOf } from './dutyChange.ts';
import { acknowledgementOf } from './handoverDuties.ts';

/**
 * What is owed to the children a referral tells of, this one or one that was merged into it: services for each who lives where
 * none are known, and word to their schools where nobody has told them yet.
 */
export function childrenReceived(children: readonly ChildInReferral[], standing: CaseStanding): readonly DutyChange[] {
  return [...servicesToFind(children), ...schoolsToTell(children, standing)];
}

/** Children who came with another referral: services and schools are told with those of the case, where nobody has yet. */
export function childrenJoined(
  children: readonly JoinedChild[],
  standing: CaseStanding,
  policy: AreaPolicy,
): readonly DutyChange[] {
  const known = children.map(({ childId: id, ageBand, notificationId }) => {
    return { id, ageBand, notified: notificationId !== null };
  });
  const owed = notificationsOwed(childrenOwed(known, standing.grade, policy), standing.grade, policy);
  return [...childrenReceived(children, standing), ...owed];
}

/** A child nobody had told of: what any referral's children are owed, at the grade the case has by now. */
export function childAdded(
  { data }: Fact<'childAdded'>,
  standing: CaseStanding,
  policy: AreaPolicy,
): readonly DutyChange[] {
  const plan = data.ageBand === 'adult' ? [] : planOwed(standing);
  return [...plan, ...childrenJoined([{ ...data, notificationId: null }], standing, policy)];
}

/**
 * What follows for a child of whom more is known: services and school hear of them where those that answer now have not, and what
 * was owed by mistake falls away. What was owed for the age they had when they were told of stays, though they are older now.
 */
export function childPutRight(
  { data }: Fact<'childPutRight'>,
  standing: CaseStanding,
  policy: AreaPolicy,
): readonly DutyChange[] {
  const { childId, ageBand, ageBandNow, bandBefore, notified, servicesBy } = data;
  const bands = [ageBand, ageBandNow];
  const owed = bands.some(
    (band) => childrenOwed([{ id: childId, ageBand: band, notified }], standing.grade, policy).length,
  );
  const toFind = servicesBy === 'nobody' && !notified;
  return [
    ...(toFind ? servicesToFind([data]) : [fallsAway(['childServices'], 'putRight', childId)]),
    ...(owed
      ? notificationsOwed([childId], standing.grade, policy)
      : [fallsAway(notifyingOfChildren, 'putRight', childId)]),
    ...(data.schoolOwed ? schoolsToTell([data], standing) : noSchoolLeft(standing)),
    ...planFor(ageBand !== 'adult', bandBefore !== 'adult', standing),
  ];
}

/**
 * Nothing is owed to somebody who is no child of the case, nor by those who were told of them; whoever has heard by mistake says that
 * they have heard that too.
 */
export function childTakenOut({ data }: Fact<'childTakenOut'>, standing: CaseStanding): readonly DutyChange[] {
  const { childId, withdrawn, corrections } = data;
  return [
    fallsAway(['childServices', ...notifyingOfChildren], 'takenOut', childId),
    ...withdrawn.map((id) =>
      fallsAway(['acknowledgement', 'urgentAcknowledgement', 'refusedHandover'], 'takenOut', id),
    ),
    ...corrections.map(acknowledgementOf),
    ...((standing.schoolsOwed ?? []).length === 0 ? [fallsAway(['schoolTold'], 'takenOut')] : []),
    ...((standing.withoutPlan ?? []).length === 0 ? [fallsAway(['safetyPlan'], 'takenOut')] : []),
  ];
}

function noSchoolLeft({ schoolsOwed }: CaseStanding): readonly DutyChange[] {
  return schoolsOwed?.length === 0 ? [fallsAway(['schoolTold'], 'putRight')] : [];
}

function planFor(isChild: boolean, wasChild: boolean, standing: CaseStanding): readonly DutyChange[] {
  if (isChild === wasChild) return [];
  if (isChild) return planOwed(standing);
  return standing.withoutPlan?.length === 0 ? [fallsAway(['safetyPlan'], 'putRight')] : [];
}

/** A safety plan for a child who has none, where the adviser works with the victim. */
export function planOwed(standing: CaseStanding): readonly DutyChange[] {
  const { engagement, supportEndedAt, meetingOn, frozen } = standing;
  if (frozen || engagement !== 'engaged' || supportEndedAt !== null) return [];
  return [starts('safetyPlan', theCaseOf(standing), idvaOf(standing), meetingOn === null ? {} : { meetingOn })];
}

/** Of each child a notification is owed: urgent at high, whatever was asked at a lower grade; a grade never falls. */
export function notificationsOwed(
  childIds: readonly string[],
  grade: Grade | null,
  { children }: Pick<AreaPolicy, 'children'>,
): readonly DutyChange[] {
  const isUrgent = grade === 'high' && children.urgentAtHigh.value;
  return childIds.flatMap((id) => {
    const subject = { type: 'child', id } as const;
    if (!isUrgent) return [starts('childNotified', subject, nobody)];
    return [fallsAway(['childNotified'], 'urgentNow', id), starts('urgentChildNotified', subject, nobody)];
  });
}

/** Which services answer for a child's address is known. */
export function servicesKnown(childId: string): readonly DutyChange[] {
  return [done(['childServices'], childId)];
}

/** The services were told, by whomever: which they are is known with it. Those who are told here have to say that it arrived. */
export function childrenNotified({ data }: Fact<'childrenNotified'>): readonly DutyChange[] {
  const told = data.children.map((id) => done(['childServices', ...notifyingOfChildren], id));
  if (data.alreadySent) return told;
  const kind = data.urgent ? 'urgentAcknowledgement' : 'acknowledgement';
  const services = { agencyId: data.toAgencyId, ownerId: null };
  return [...told, starts(kind, { type: 'notification', id: data.notificationId }, services)];
}

/** One duty for the family: it is done when something is on record for every child. */
export function schoolsTold(standing: CaseStanding): readonly DutyChange[] {
  return (standing.schoolsOwed ?? []).length === 0 ? [done(['schoolTold'])] : [];
}

/** Children who have gone with their own referral are no business of this case any more. */
export function childrenParted({ data }: Fact<'referralParted'>, standing: CaseStanding): readonly DutyChange[] {
  const services = data.childIds.map((id) => fallsAway(['childServices', ...notifyingOfChildren], 'merged', id));
  return (standing.schoolsOwed ?? []).length === 0 ? [...services, fallsAway(['schoolTold'], 'merged')] : services;
}

/** The referral stands for itself again; what had not been said of its children by the time it was merged is owed once more. */
export function childrenOwedAgain(
  childIds: readonly string[],
  standing: CaseStanding,
  policy: AreaPolicy,
): readonly DutyChange[] {
  const services = notificationsOwed(childIds, standing.grade, policy);
  if ((standing.schoolsOwed ?? []).length === 0) return services;
  return [...services, starts('schoolTold', theCaseOf(standing), nobody)];
}

function servicesToFind(children: readonly ChildInReferral[]): readonly DutyChange[] {
  return children
    .filter(({ servicesBy, ageBand }) => servicesBy === 'nobody' && ageBand !== 'adult')
    .map(({ childId }) => starts('childServices', { type: 'child', id: childId }, nobody));
}

function schoolsToTell(children: readonly ChildInReferral[], standing: CaseStanding): readonly DutyChange[] {
  const owed = children.filter(({ childId }) => standing.schoolsOwed?.includes(childId));
  if (owed.length === 0) return [];
  const authorityIds = [...new Set(owed.map(({ authorityId = null }) => authorityId))];
  return [starts('schoolTold', theCaseOf(standing), nobody, { authorityIds })];
}
