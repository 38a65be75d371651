import type { CaseFact, FactData } from '../lifecycle/caseFact.ts';
import type { NoticeCode } from './noticeCode.ts';
import { isOtherService } from '../lifecycle/isOtherService.ts';
import type { NoticeRole } from './directory.ts';
import { handedOverTo, refusedByService } from './handoverNews.ts';
import { siblingsWaitMinutes } from './siblingsTold.ts';

/** News that a fact brings, and who is to be told. */
export interface News {
  readonly code: Exclude<NoticeCode, 'rung'>;
  /** To whom; and where nobody there can be told, to whom then: for `resolveRecipients`. */
  readonly ladder: readonly (readonly NoticeRole[])[];
  /** Whose it is, where the roles ask for an owner or a receiving service. */
  readonly ownerId: string | null;
  readonly agencyId: string | null;
  /** The other area, where it is about a transfer; left out otherwise. */
  readonly otherAreaId?: string | null;
  /** News of a meeting: the cases it is about, where that is not its whole list. */
  readonly caseIds?: readonly string[];
  /** Minutes for which it waits for others that say the same; left out, it leaves at once. */
  readonly waitsMinutes?: number;
}

/** What of the case decides whether there is news; as it stands after the fact. */
export interface NewsContext {
  readonly deferrals: number;
  readonly silent: boolean;
  /** The adviser who leads; left out or null where nobody does. */
  readonly adviserId?: string | null;
}

const coordinators: readonly NoticeRole[] = ['coordinator', 'administrator'];
const overseers: readonly NoticeRole[] = ['supervisor', 'chair'];

/** The news that a fact brings beside the rungs of clocks; none while a case is silent. */
export function noticesOf(fact: CaseFact, { deferrals, silent, adviserId = null }: NewsContext): readonly News[] {
  if (silent) return [];
  switch (fact.type) {
    case 'referralAccepted':
    case 'referralDeclined':
    case 'referralTakenBack':
    case 'referralMerged':
      return [news('referralScreened', [['referrer'], coordinators])];
    case 'referralJoined':
      return [news('referralJoined', [['adviser'], ['serviceManager'], coordinators])];
    case 'referralReturned':
      return [news('referralReturned', [['referrer'], coordinators])];
    case 'actionSet':
    case 'actionReassigned':
      return [news('actionSet', [['owner'], ['agencyLead'], coordinators], fact.data)];
    case 'caseDeferred':
      return deferrals >= 2 ? [news('secondDeferral', [['chair'], overseers])] : [];
    case 'deferralDecided':
      return [news('deferralDecided', [['coordinator'], ['administrator'], overseers])];
    case 'twoAreasNoted':
      return [news('twoAreas', [['coordinator'], ['administrator'], overseers])];
    case 'reversedPairNoted':
      return [news('reversedPair', [['coordinator'], ['administrator'], overseers])];
    case 'likelyMatchNoted':
      return [news('likelyMatch', [['coordinator'], ['administrator'], overseers])];
    case 'likelyMatchDecided':
      // That two records are of two people, as everybody took them to be, is no news.
      return fact.data.answer === 'same' || fact.data.before === 'same' ? toBoth('matchDecided') : [];
    case 'repeatFound':
      return toBoth('repeatFound');
    case 'repeatWithdrawn':
      return toBoth('repeatWithdrawn');
    case 'assessedWithoutReferral':
      return [news('assessedAnew', [['coordinator'], ['administrator'], overseers])];
    case 'contactSuspended':
      return [news('contactSuspended', [['serviceManager'], coordinators, overseers])];
    case 'safeContactProposed':
      return [
        news('safeContactProposed', [['adviser'], ['serviceManager'], coordinators]),
        // Without an adviser nobody has spoken to the victim who could say which is right.
        ...(adviserId === null ? [news('safeContactProposed', [['coordinator'], ['administrator'], overseers])] : []),
      ];
    case 'adviserAllocated':
      return [
        news('caseAllocated', [['adviser'], ['serviceManager']], { ownerId: fact.data.adviserId, agencyId: null }),
      ];
    case 'hearingCompanySet':
    case 'liveDateAdded':
    case 'liveDateMoved':
      // Nobody goes along to one that is over.
      if ('at' in fact.data && fact.data.at !== null && fact.data.at <= fact.occurred.at) return [];
      // Its last reminder may have gone to whoever was to go along before, or to another day, and only the first of them is reminded.
      return [...new Set(fact.data.companionIds ?? [])].map((ownerId) =>
        news('hearingCompany', [['owner'], ['adviser'], ['serviceManager']], whose({ ownerId })),
      );
    case 'victimDied':
      return [
        news('victimDied', [['reviewDeciders'], overseers]),
        news('victimDied', [['coordinator'], ['administrator'], overseers]),
        news('victimDied', [['adviser'], ['serviceManager']]),
      ];
    case 'deathTakenBack':
      return [news('deathTakenBack', [['reviewDeciders'], overseers]), ...toBoth('deathTakenBack')];
    case 'furtherAbuseReported':
      return toBoth('furtherAbuse');
    case 'reportTakenOut':
    case 'repeatTakenBack':
      return toBoth('reportTakenOut');
    case 'childrenNotified':
      // Sent before, by the police: a second one would only be mistaken for another. A family is told of once.
      return fact.data.alreadySent || fact.data.toldWith !== undefined ? [] : [childNotified(fact.data)];
    case 'childTakenOut':
      return fact.data.corrections.map(({ toAgencyId }) => received('childCorrected', toAgencyId));
    case 'handedOver':
    case 'safeguardingHandedOver':
    case 'referredOn':
      return [handedOverTo(fact.data.toAgencyId)];
    case 'handoverRefused':
      return [refusedByService];
    case 'peopleSearchedFor':
      return [news('peopleSearchedFor', [['coordinator'], ['administrator'], overseers])];
    case 'transferRequested':
      return fact.data.toAreaId === null
        ? []
        : [news('transferOffered', [['receivingService'], overseers], whose({ otherAreaId: fact.data.toAreaId }))];
    case 'transferAccepted':
      return transferAccepted(fact);
    case 'transferRefused':
      return [coordinators, overseers].map((roles) =>
        news('transferRefused', [roles, ['strategicCoordinator']], whose({ otherAreaId: fact.data.toAreaId })),
      );
    case 'transferWithdrawn':
      return fact.data.toAreaId === null
        ? []
        : [news('transferWithdrawn', [['coordinator'], overseers], whose({ otherAreaId: fact.data.toAreaId }))];
    case 'transferredOutside':
      return [news('transferAccepted', [['adviser'], ['serviceManager']])];
    case 'commandParked':
      return [
        news('commandParked', [['administrator'], coordinators]),
        news('commandParked', [['systemAdministrator']]),
      ];
    case 'referralReceived':
    case 'caughtUp':
    case 'referralCompleted':
    case 'riskGraded':
    case 'childServicesFound':
    case 'childAdded':
    case 'childPutRight':
    case 'schoolsTold':
    case 'acknowledged':
    case 'refusalSettled':
    case 'consentDecisionOwed':
    case 'consentDecided':
    case 'allocationEnded':
    case 'actionCompleted':
    case 'actionNotPossible':
    case 'actionNotDone':
    case 'actionDueMoved':
    case 'caseListed':
    case 'takenOffList':
    case 'standsAsHeard':
    case 'caseHeard':
    case 'heardElsewhere':
    case 'interimDecided':
    case 'planReviewed':
    case 'contactAttempted':
    case 'contactDecided':
    case 'engagementRecorded':
    case 'attemptsDecided':
    case 'safetyPlanRecorded':
    case 'safeContactChanged':
    case 'safeContactProposalSettled':
    case 'safetyPlanReviewed':
    case 'victimViewRecorded':
    case 'riskReviewed':
    case 'outcomeTold':
    case 'referrerTold':
    case 'supportEnded':
    case 'proceedingOpened':
    case 'milestoneReached':
    case 'proceedingEnded':
    case 'liveDateOutcome':
    case 'hearingAdjourned':
    case 'resultTold':
    case 'liveDateReviewed':
    case 'orderBreached':
    case 'liveDateDisposed':
    case 'caseClosed':
    case 'caseReopened':
    case 'caseReopenedUnheard':
    case 'caseReopenedUngraded':
    case 'caseReopenedUnscreened':
    case 'mergeUndone':
    case 'mergeUndoneUngraded':
    case 'mergeUndoneUnscreened':
    case 'referralParted':
    case 'flagSet':
    case 'flagEnded':
    case 'caseEnded':
    case 'recordKept':
    case 'recordErased':
      return [];
  }
}

/** To those who run the area’s MARAC and to whoever supports the victim. */
function toBoth(code: News['code']): readonly News[] {
  return [news(code, [['coordinator'], ['administrator'], overseers]), news(code, [['adviser'], ['serviceManager']])];
}

type Whose = Pick<News, 'ownerId' | 'agencyId'> & { readonly otherAreaId?: string | null };

function news(code: News['code'], ladder: News['ladder'], about: Whose = whose({})): News {
  const { ownerId, agencyId, otherAreaId = null } = about;
  return { code, ladder, ownerId, agencyId, otherAreaId };
}

function whose(about: Partial<Whose>): Whose {
  return { ownerId: null, agencyId: null, ...about };
}

/** Both areas hear of it, the service that takes over, and every adviser who had a place in the case. */
function transferAccepted({ data }: Extract<CaseFact, { type: 'transferAccepted' }>): readonly News[] {
  const { fromAreaId, endedPlaces } = data;
  const told = [news('transferAccepted', [['coordinator'], overseers], whose({ otherAreaId: fromAreaId }))];
  if (!isOtherService(data)) return told;
  told.push(news('transferAccepted', [['serviceManager'], coordinators]));
  for (const ownerId of new Set(endedPlaces.map(({ adviserId }) => adviserId)))
    told.push(news('transferAccepted', [['owner']], whose({ ownerId })));
  return told;
}

/** Who notifies of one child and owes it of a sibling mostly does that next: the services hear of both in one message. */
function childNotified({ toAgencyId, siblingsOwed }: FactData['childrenNotified']): News {
  const news = received('childrenNotified', toAgencyId);
  return siblingsOwed ? { ...news, waitsMinutes: siblingsWaitMinutes } : news;
}

function received(code: News['code'], agencyId: string): News {
  return news(code, [['receivingService'], coordinators], { ownerId: null, agencyId });
}
