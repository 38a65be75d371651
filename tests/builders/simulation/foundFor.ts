import { londonDate } from '../../../domain/calendar/london.ts';
import { dueDate } from '../../../domain/clocks/dueFor.ts';
import type { Found } from '../../../domain/completion/found.ts';
import { becauseOfDeath } from '../../../domain/duties/deathDuties.ts';
import type { DutyContext } from '../../../domain/duties/applyDuties.ts';
import type { CaseFact, CaseFactType } from '../../../domain/lifecycle/caseFact.ts';
import type { Proposal } from '../../../domain/lifecycle/command.ts';
import type { ChildInReferral } from '../../../domain/lifecycle/facts/children.ts';
import { endedAs } from '../../../domain/lifecycle/transitions.ts';
import type { SimulatedCase } from '../simulatedCase.ts';

/** What the store would find for a proposal; `named` are the children the case was ever told of. */
export function foundFor(
  theCase: SimulatedCase,
  named: readonly ChildInReferral[],
  decision: Proposal,
  context: DutyContext,
): Found {
  const silent =
    theCase.state.silent || decision.facts.some((fact) => fact.type === 'referralReceived' && fact.data.adopted);
  const today = londonDate(silent ? context.occurred.at : theCase.now);
  return {
    ...context,
    standing: theCase.standing,
    earlierCaseId: theCase.around.earlierCaseId,
    meetings: theCase.around.meetings.filter(({ meetingOn }) => meetingOn >= today),
    children: childrenOf(theCase, named),
    notifications: notificationsOf(theCase),
    events: theCase.around.events,
    contactSuspended: theCase.around.contactSuspended ?? theCase.state.contactSuspended,
    safeContactProposal: { pending: true, standsId: 'safe-contact-1' },
    likelyMatch: likelyMatchOf(theCase, decision),
    adviser: theCase.around.adviser,
    adviserGone: theCase.around.adviserGone,
    assessmentBefore:
      theCase.last('riskReviewed')?.data.assessment ?? theCase.last('referralReceived')?.data.assessment ?? null,
    standardRiskServiceId: 'kidas',
    receivingArea: receivingAreaOf(theCase),
    keptCase: keptCaseOf(theCase, decision),
    mergeUnderWay: theCase.around.mergeUnderWay,
    openActionsOfJoined: theCase.around.openActionsOfJoined,
    retention: retentionOf(theCase),
    report: reportIn(theCase, decision),
    death: deathIn(theCase),
    flagBefore: theCase.last('flagSet')?.data ?? null,
  };
}

/** The children the case knows of, those of referrals that were merged into it among them. */
function childrenOf(theCase: SimulatedCase, named: readonly ChildInReferral[]): Found['children'] {
  return named.flatMap(({ childId: id, ageBand, personId, servicesAgencyId, ofSchoolAge = false }) => {
    const child = theCase.state.children[id];
    if (!child) return [];
    const { notified, school: schoolResult = null } = child;
    return [{ id, ageBand, notified, personId, servicesAgencyId, ofSchoolAge, schoolResult }];
  });
}

/** As if each had left at once. */
function notificationsOf(theCase: SimulatedCase): Found['notifications'] {
  return theCase.facts.flatMap((fact) => {
    if (fact.type !== 'childrenNotified') return [];
    const {
      notificationId,
      children: childIds,
      toAgencyId,
      urgent,
      alreadySent,
      toldWith = notificationId,
    } = fact.data;
    const handover = theCase.state.handovers[notificationId];
    if (!handover) return [];
    const { acknowledged } = handover;
    return [
      {
        notificationId,
        childIds,
        toAgencyId,
        urgent,
        alreadySent,
        acknowledged,
        heard: true,
        toldWith,
        unsentIds: null,
      },
    ];
  });
}

/** As it was decided before, here or elsewhere. */
function likelyMatchOf(theCase: SimulatedCase, { asks }: Proposal): Found['likelyMatch'] {
  const ask = asks.find(({ type }) => type === 'decideMatch');
  if (ask?.type !== 'decideMatch') return null;
  const of = (data: { readonly matchId: string }) => data.matchId === ask.matchId;
  const noted = theCase.facts.some((fact) => fact.type === 'likelyMatchNoted' && of(fact.data));
  const decided = theCase.facts.flatMap((fact) =>
    fact.type === 'likelyMatchDecided' && of(fact.data) ? [fact.data] : [],
  );
  return noted ? { answer: decided.at(-1)?.answer ?? null } : null;
}

/** A report that the case has recorded and that was not taken out since. */
function reportIn(theCase: SimulatedCase, { asks }: Proposal): Found['report'] {
  const ask = asks.find(({ type }) => type === 'takeOutReport');
  if (ask?.type !== 'takeOutReport') return null;
  const last = theCase.facts.findLast(
    (fact) =>
      (fact.type === 'furtherAbuseReported' || fact.type === 'reportTakenOut') && fact.data.reportId === ask.reportId,
  );
  if (last?.type !== 'furtherAbuseReported') return null;
  const { newCaseId } = last.data;
  return { newCaseId, stage: newCaseId === null ? null : theCase.around.stageOfRepeat };
}

/** The last death, what fell away with it and what happened since; whoever watches a date is known by the case itself. */
function deathIn(theCase: SimulatedCase): Found['death'] {
  const died = theCase.lastIndexOf('victimDied');
  if (died < 0) return null;
  const later = theCase.facts.slice(died + 1);
  return {
    fell: later.flatMap((fact) => {
      if (fact.type !== 'clockEnded' || fact.data.clock.end?.reason !== becauseOfDeath) return [];
      const { kind, subject } = fact.data.clock;
      return [{ kind, subject }];
    }),
    endedAs: endedAs(theCase.facts.flatMap(({ type, data }) => ('clock' in data ? [] : [type as CaseFactType]))),
    kept:
      theCase.lastIndexOf('recordKept') > theCase.lastIndexOf('caseEnded')
        ? (theCase.last('recordKept')?.data ?? null)
        : null,
    since: later.flatMap((fact) => ('clock' in fact.data ? [] : [fact as CaseFact])),
  };
}

function receivingAreaOf(theCase: SimulatedCase): Found['receivingArea'] {
  const id = theCase.state.transfer?.toAreaId ?? null;
  if (id === null) return null;
  const services = { standardRiskServiceId: `service-of-${id}`, childrensServicesId: `childrens-services-of-${id}` };
  return { id, idvaServiceId: theCase.around.receivingServiceId ?? `idva-service-of-${id}`, ...services };
}

/** The victim and the perpetrator are in no other record. */
function retentionOf(theCase: SimulatedCase): Found['retention'] {
  const review = theCase.clock('retentionReview');
  if (!review || !theCase.standing) return null;
  const { victimId, perpetratorId } = theCase.standing;
  const erasable = { personIds: [victimId, perpetratorId], assessmentIds: [], reportIds: [] };
  return { dueOn: dueDate(review.due), stillWorkedOn: theCase.around.stillWorkedOn, erasable };
}

/** Another case of the same two people in the same area, before its meeting. */
function keptCaseOf(theCase: SimulatedCase, { asks }: Proposal): Found['keptCase'] {
  const ask = asks.find(({ type }) => type === 'merge');
  if (ask?.type !== 'merge' || !theCase.standing || theCase.around.keptCase === null) return null;
  const { areaId, pairId } = theCase.standing;
  return {
    id: ask.intoCaseId,
    areaId,
    pairId,
    stage: 'listed',
    frozen: false,
    grade: 'high',
    ...theCase.around.keptCase,
  };
}
