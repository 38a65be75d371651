import { londonDate } from '../calendar/london.ts';
import type { Due } from '../clocks/clock.ts';
import { clockKinds, type ClockKind } from '../clocks/clockKind.ts';
import type { CaseFact, Fact, LiveDateKind } from '../lifecycle/caseFact.ts';
import type { CaseStanding } from '../lifecycle/caseStanding.ts';
import type { AreaPolicy } from '../policy/areaPolicy.ts';
import { done, type DutyChange, type DutyOwner, fallsAway, nobody, starts } from './dutyChange.ts';

/** Duties of the IDVA towards the victim, in the order in which they arise. */
export const contactDuties: readonly ClockKind[] = [
  'firstContact',
  'contactAttempts',
  'contactDecision',
  'safetyPlan',
  'outcomeTold',
  'riskReview',
];
const reaching: readonly ClockKind[] = ['firstContact', 'contactAttempts'];

/** The clock a live date runs on; an order without an end date has none. */
const clockOfLiveDate: Record<LiveDateKind, ClockKind> = {
  hearing: 'hearing',
  dvpo: 'dvpo',
  nonMolestation: 'protectionOrder',
  occupation: 'protectionOrder',
  restraining: 'protectionOrder',
  dapo: 'protectionOrder',
  preChargeBail: 'preChargeBail',
  custodyRelease: 'custodyRelease',
};
const liveDateClocks: readonly ClockKind[] = [...new Set(Object.values(clockOfLiveDate)), 'hearingOutcome'];

/** What a fact begins and ends among the duties of a case; `standing` is the case after the fact. */
export function dutiesOf(fact: CaseFact, standing: CaseStanding, policy: AreaPolicy): readonly DutyChange[] {
  const theCase = { type: 'case', id: standing.id } as const;
  const idva: DutyOwner = { agencyId: standing.idvaServiceId, ownerId: standing.adviserId };
  switch (fact.type) {
    case 'referralReceived':
      return fact.data.victimUnder16 ? [] : [starts('screen', theCase, nobody), starts('firstContact', theCase, idva)];
    case 'safeguardingHandedOver':
      return [
        starts('urgentAcknowledgement', { type: 'handover', id: fact.data.handoverId }, agency(fact.data.toAgencyId)),
      ];
    case 'referralReturned':
      return [
        done(['screen']),
        fallsAway(['incompleteChase'], 'returnedAgain'),
        starts('incompleteChase', theCase, nobody),
      ];
    case 'referralCompleted':
      return [done(['incompleteChase']), starts('screen', theCase, nobody)];
    case 'referralAccepted':
      return [done(['screen']), fallsAway(['incompleteChase'], 'accepted')];
    case 'referralDeclined':
      return [done(['screen']), fallsAway(clockKinds, 'declined')];
    case 'handedOver':
      return [
        fallsAway(reaching, 'handedOver'),
        starts(
          fact.data.urgent ? 'urgentAcknowledgement' : 'acknowledgement',
          { type: 'handover', id: fact.data.handoverId },
          agency(fact.data.toAgencyId),
        ),
      ];
    case 'childrenNotified':
      return childrenNotified(fact);
    case 'acknowledged':
      return [done(['acknowledgement', 'urgentAcknowledgement'], fact.data.handoverId)];
    case 'adviserAllocated':
      return [{ do: 'own', kinds: [...contactDuties, 'hearing', 'hearingOutcome'], subjectId: null, owner: idva }];
    case 'actionSet':
      return [actionDuty(fact)];
    case 'actionCompleted':
      return [done(['action', 'urgentAction'], fact.data.actionId)];
    case 'actionNotPossible':
      return [fallsAway(['action', 'urgentAction'], 'notPossible', fact.data.actionId)];
    case 'actionNotDone':
      return [fallsAway(['action', 'urgentAction'], 'notDone', fact.data.actionId)];
    case 'actionReassigned': {
      const { actionId, agencyId, ownerId } = fact.data;
      return [{ do: 'own', kinds: null, subjectId: actionId, owner: { agencyId, ownerId } }];
    }
    case 'actionDueMoved': {
      const { actionId, due, extension, reasonId } = fact.data;
      return [{ do: 'move', subjectId: actionId, due, because: extension ? 'extended' : 'moved', reasonId }];
    }
    case 'caseListed':
      return standing.repeatOfId === null || standing.planReviewed
        ? []
        : [
            fallsAway(['planReview'], 'listedAgain'),
            starts('planReview', theCase, nobody, { meetingOn: fact.data.meetingOn }),
          ];
    case 'takenOffList':
      return [fallsAway(['planReview'], 'takenOffList')];
    case 'caseDeferred':
      return [fallsAway(['planReview'], 'deferred')];
    case 'caseHeard':
      return [
        fallsAway(['planReview', 'outcomeTold'], 'heard'),
        starts('referrerTold', theCase, nobody),
        ...(standing.frozen ? [] : [starts('outcomeTold', theCase, idva)]),
      ];
    case 'planReviewed':
      return [done(['planReview'])];
    case 'contactAttempted':
      return contactAttempted(fact, standing, idva, policy.contact.attempts.value);
    case 'contactSuspended':
      return [starts('contactDecision', { type: 'victim', id: fact.data.victimId }, serviceOf(standing))];
    case 'contactDecided':
      return [
        done(['contactDecision'], fact.data.victimId),
        ...(fact.data.decision === 'ended' ? [fallsAway(reaching, 'contactEnded')] : []),
      ];
    case 'attemptsDecided':
      return [
        done(['contactDecision'], standing.id),
        ...(fact.data.decision === 'stop' ? [fallsAway(reaching, 'serviceDecided')] : []),
      ];
    case 'engagementRecorded':
      return engagementRecorded(fact, standing, idva);
    case 'safetyPlanRecorded':
      return [done(['safetyPlan'])];
    case 'riskReviewed':
      return [done(['riskReview']), starts('riskReview', theCase, idva)];
    case 'outcomeTold':
      return [done(['outcomeTold'])];
    case 'referrerTold':
      return fact.data.about === 'meeting' ? [done(['referrerTold'])] : [];
    case 'supportEnded':
      return [
        fallsAway(['safetyPlan', 'riskReview', ...reaching], 'supportEnded'),
        fallsAway(['contactDecision'], 'supportEnded', standing.id),
      ];
    case 'liveDateAdded':
      return liveDateAdded(fact, idva);
    case 'liveDateOutcome':
      return [done(liveDateClocks, fact.data.liveDateId)];
    case 'liveDateDisposed':
      return fact.data.disposal === 'watched'
        ? [
            {
              do: 'own',
              kinds: null,
              subjectId: fact.data.liveDateId,
              owner: { agencyId: null, ownerId: fact.data.watchedById },
            },
          ]
        : [fallsAway(liveDateClocks, fact.data.disposal, fact.data.liveDateId)];
    case 'flagSet':
      return [starts('repeatFlag', theCase, nobody, { anchor: standing.receivedAt })];
    case 'flagEnded':
      return [done(['repeatFlag'])];
    case 'victimDied':
      return [fallsAway(contactDuties, 'victimDied')];
    case 'caughtUp':
    case 'riskGraded':
    case 'caseClosed':
    case 'caseReopened':
    case 'caseReopenedUnheard':
    case 'furtherAbuseReported':
    case 'caseEnded':
    case 'commandParked':
      return [];
  }
}

function agency(agencyId: string): DutyOwner {
  return { agencyId, ownerId: null };
}

function serviceOf(standing: CaseStanding): DutyOwner {
  return { agencyId: standing.idvaServiceId, ownerId: null };
}

function childrenNotified({ data }: Fact<'childrenNotified'>): readonly DutyChange[] {
  if (data.alreadySent) return [];
  const kind = data.urgent ? 'urgentAcknowledgement' : 'acknowledgement';
  return [starts(kind, { type: 'notification', id: data.notificationId }, agency(data.toAgencyId))];
}

function actionDuty({ data }: Fact<'actionSet'>): DutyChange {
  const { actionId, agencyId, ownerId, due, urgent } = data;
  return starts(urgent ? 'urgentAction' : 'action', { type: 'action', id: actionId }, { agencyId, ownerId }, { due });
}

/** An attempt meets the first contact, unless it showed that contact is not safe: then the duty stands. */
function contactAttempted(
  { data }: Fact<'contactAttempted'>,
  standing: CaseStanding,
  idva: DutyOwner,
  attemptsAsked: number,
): readonly DutyChange[] {
  const theCase = { type: 'case', id: standing.id } as const;
  if (data.result === 'unsafe') return [];
  if (data.result === 'spoke') return [done(reaching), done(['contactDecision'], standing.id)];
  if (standing.attempts === 1)
    return [done(['firstContact']), starts('contactAttempts', theCase, idva, { anchor: standing.receivedAt })];
  if (standing.attempts < attemptsAsked) return [done(['firstContact'])];
  if (standing.attempts > attemptsAsked) return [done(reaching)];
  return [done(reaching), starts('contactDecision', theCase, serviceOf(standing))];
}

function engagementRecorded(
  { data }: Fact<'engagementRecorded'>,
  standing: CaseStanding,
  idva: DutyOwner,
): readonly DutyChange[] {
  const theCase = { type: 'case', id: standing.id } as const;
  const reached = [done(reaching), done(['contactDecision'], standing.id)];
  const again = fallsAway(['safetyPlan', 'riskReview'], data.status);
  if (data.status === 'engaged')
    return [...reached, again, starts('safetyPlan', theCase, idva), starts('riskReview', theCase, idva)];
  return data.status === 'dormant' ? reached : [...reached, again];
}

/** A hearing has reminders before it and an outcome owed after it; the other dates have a clock to their end. */
function liveDateAdded({ data }: Fact<'liveDateAdded'>, idva: DutyOwner): readonly DutyChange[] {
  if (data.at === null) return [];
  const subject = { type: data.kind === 'hearing' ? 'hearing' : 'liveDate', id: data.liveDateId } as const;
  const due: Due = { type: 'day', date: londonDate(data.at) };
  const clock = starts(clockOfLiveDate[data.kind], subject, idva, { due });
  return data.kind === 'hearing' ? [clock, starts('hearingOutcome', subject, idva, { anchor: data.at })] : [clock];
}
