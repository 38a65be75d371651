import { londonDate } from '../../../domain/calendar/london.ts';
import type { ClockKind } from '../../../domain/clocks/clockKind.ts';
import type { FactType } from '../../../domain/lifecycle/caseFact.ts';
import type { LiveDateState } from '../../../domain/lifecycle/caseState.ts';
import type { ChildInReferral } from '../../../domain/lifecycle/facts/children.ts';
import type { Stage } from '../../../domain/lifecycle/stage.ts';
import type { SimulatedCase } from '../simulatedCase.ts';

const worked: readonly Stage[] = ['received', 'returned', 'accepted', 'graded', 'listed', 'heard'];

/** A duty that is owed by what happened and that no clock runs for; null where none is lost. */
export function lostDuty(about: SimulatedCase): string | null {
  const lost = lostOfSubjects(about) ?? lostOfTransfer(about) ?? lostOfRecord(about);
  const gone = about.state.frozen || about.lastIndexOf('transferredOutside') >= 0;
  return lost ?? (gone ? null : (lostOfCase(about) ?? lostOfContact(about)));
}

function lostOfSubjects(about: SimulatedCase): string | null {
  const { state } = about;
  for (const [id, status] of Object.entries(state.actions))
    if (status === 'open' && !runs(about, ['action', 'urgentAction'], id)) return 'an open action has no clock';
  for (const [id, { acknowledged, refused, settled }] of Object.entries(state.handovers)) {
    if (!acknowledged && !refused && !runs(about, ['acknowledgement', 'urgentAcknowledgement'], id))
      return 'nobody is asked to acknowledge what was handed over';
    if (refused && !settled && !runs(about, ['refusedHandover'], id)) return 'nobody decides what follows a refusal';
  }
  // A case that has left gives up its live dates, as it gives up the contact with the victim.
  if (about.lastIndexOf('transferredOutside') >= 0) return null;
  if (schoolsLost(about)) return 'nobody tells the schools of the children';
  if (notificationLost(about)) return 'nobody is asked to notify children’s services';
  for (const [id, date] of Object.entries(state.liveDates)) {
    if (date.standing === 'ended') continue;
    const kinds = clocksOwed(date);
    if (kinds.length > 0 && !runs(about, kinds, id)) return `a live date (${date.kind}) has no clock`;
  }
  return null;
}

/** Schools are told whatever becomes of the victim, unless another case tells them or it is none of MARAC’s. */
function schoolsLost(about: SimulatedCase): boolean {
  const { state, standing } = about;
  const owed = (standing?.schoolsOwed ?? []).length > 0 && !['declined', 'merged', 'ended'].includes(state.stage);
  return owed && !runs(about, ['schoolTold']);
}

/** By the matrix as the domain has it: unborn children and babies at every grade, the others from medium on. */
function notificationLost(about: SimulatedCase): boolean {
  const { state, standing } = about;
  const grade = standing?.grade ?? null;
  if (grade === null || ['declined', 'merged'].includes(state.stage) || hadGoneBefore(about)) return false;
  if (state.silent && state.stage === 'closed') return false;
  if (standing?.adopted && !['graded', 'listed', 'heard'].includes(state.stage)) return false;
  for (const { childId, ageBand } of childrenTold(about)) {
    const owed = ageBand !== 'adult' && (grade !== 'standard' || ageBand !== 'oneToSeventeen');
    const kind = grade === 'high' ? 'urgentChildNotified' : 'childNotified';
    if (owed && state.children[childId]?.notified === false && !runs(about, [kind], childId)) return true;
  }
  return false;
}

/** Whether a case that has ended had been declined, taken back or merged before: its children are none of it any more. */
function hadGoneBefore(about: SimulatedCase): boolean {
  const last = (...types: readonly FactType[]) => Math.max(...types.map((type) => about.lastIndexOf(type)));
  const gone = last('referralDeclined', 'referralTakenBack', 'referralMerged');
  return about.state.stage === 'ended' && gone > last('mergeUndone', 'mergeUndoneUngraded', 'mergeUndoneUnscreened');
}

/** The children of the referral and those added since, each as last put right. */
function childrenTold(about: SimulatedCase): Iterable<{ childId: string; ageBand: ChildInReferral['ageBand'] }> {
  const referred = about.last('referralReceived')?.data.children ?? [];
  if (about.lastIndexOf('childAdded') < 0 && about.lastIndexOf('childPutRight') < 0) return referred;
  const told = new Map(referred.map(({ childId, ageBand }) => [childId, { childId, ageBand }]));
  for (const { type, data } of about.facts) {
    const joins = type === 'childAdded' || (type === 'childPutRight' && told.has(data.childId));
    if (joins) told.set(data.childId, { childId: data.childId, ageBand: data.ageBand });
  }
  return told.values();
}

/** The clocks of which a live date that stands has one; an order without an end needs none. */
function clocksOwed({ kind, at }: LiveDateState): readonly ClockKind[] {
  if (kind === 'dvpn' || kind === 'dapn') return ['dvpnToCourt'];
  if (kind === 'claresLaw') return ['claresLaw'];
  if (at !== null) return kind === 'hearing' ? ['hearingOutcome'] : datedClocks;
  return ['hearing', 'releasedUnderInvestigation', 'custodyRelease'].includes(kind) ? ['undatedReview'] : [];
}

const datedClocks: readonly ClockKind[] = ['dvpo', 'protectionOrder', 'preChargeBail', 'custodyRelease'];

function lostOfTransfer(about: SimulatedCase): string | null {
  const { transfer } = about.state;
  if (!transfer) return null;
  const kind = transfer.status === 'pending' ? 'transferAcknowledgement' : 'refusedTransfer';
  return runs(about, [kind], transfer.transferId) ? null : 'nobody is asked to answer or settle a transfer';
}

/** What is kept of a case that has ended is reviewed until it is erased; a death holds it. */
function lostOfRecord(about: SimulatedCase): string | null {
  const { state, standing } = about;
  const owed = state.stage === 'ended' && !state.frozen && standing?.erasedAt === null;
  if (runs(about, ['retentionReview']) === owed) return null;
  return owed
    ? 'nobody reviews what is kept of a case'
    : 'what is kept of a case is reviewed before it ended or after it is gone';
}

const hearings = ['caseHeard', 'heardElsewhere'] as const;

function lostOfCase(about: SimulatedCase): string | null {
  const { state, standing, now } = about;
  if (worked.includes(state.stage) && !state.accepted && !runs(about, ['screen', 'incompleteChase']))
    return 'nobody is asked to screen the referral';
  const flagged = state.accepted && state.stage !== 'declined' && (state.flagEndsOn ?? '') >= londonDate(now);
  const flag = about.clock('repeatFlag');
  if (flagged && !(flag?.due.type === 'day' && flag.due.date === state.flagEndsOn))
    return 'the flag has no clock to its day';
  const planOwed = state.stage === 'listed' && standing?.repeatOfId && !state.planReviewed && !foundTooLate(about);
  if (planOwed && !runs(about, ['planReview'])) return 'nobody is asked to review the last plan';
  const everybodyKnows = hearings.every((hearing) => since(about, hearing, 'outcomeTold'));
  if (!everybodyKnows && !runs(about, ['outcomeTold'])) return 'nobody is asked to tell the outcome';
  const heard = Math.max(...hearings.map((hearing) => about.lastIndexOf(hearing)));
  if (heard < 0) return null;
  const told = about.facts.findLastIndex((fact) => fact.type === 'referrerTold' && fact.data.about === 'meeting');
  return heard > told && !runs(about, ['referrerTold']) ? 'nobody is asked to tell the referrer' : null;
}

/** Whether it was found to be a repeat only after the meeting whose list it still is on. */
function foundTooLate(about: SimulatedCase): boolean {
  const found = about.last('repeatFound');
  const meetingOn = about.standing?.meetingOn ?? null;
  return found !== undefined && meetingOn !== null && londonDate(found.occurred.at) > meetingOn;
}

const reached: readonly FactType[] = [
  'contactAttempted',
  'attemptsDecided',
  'engagementRecorded',
  'contactDecided',
  'safeguardingHandedOver',
  'supportEnded',
];

function lostOfContact(about: SimulatedCase): string | null {
  const { state } = about;
  if (!since(about, 'contactSuspended', 'contactDecided') && !runs(about, ['contactDecision'], 'victim-1'))
    return 'nobody decides on the suspended contact';
  if (
    state.engagement === 'engaged' &&
    !state.supportEnded &&
    !['declined', 'ended'].includes(state.stage) &&
    !runs(about, ['riskReview'])
  )
    return 'nobody reviews the risk';
  if (isToAllocate(about) && !runs(about, ['allocation'])) return 'nobody is asked to allocate the case again';
  if (engagementLost(about)) return 'nobody records whether a victim who was spoken to engages';
  if (attemptsLost(about)) return 'nobody tries to reach the victim again, nor decides whether to';
  const untouched = reached.every((type) => about.lastIndexOf(type) < 0);
  const ours = worked.includes(state.stage) || (state.stage === 'handedOver' && about.standing?.withIdva === true);
  return untouched && ours && !runs(about, ['firstContact']) ? 'nobody makes the first contact' : null;
}

/**
 * Somebody has tried in vain, and the service that has the case now has not reached the victim: it tries again, or decides whether to.
 * Read from the facts alone, so that no standing that is wrong about it hides it.
 */
function attemptsLost(about: SimulatedCase): boolean {
  const { state, standing, facts } = about;
  const ours = [...worked, 'closed'].includes(state.stage) || (state.stage === 'handedOver' && standing?.withIdva);
  if (!ours || state.supportEnded || state.contactSuspended) return false;
  const begun = facts.findLastIndex(
    ({ type, data }) => type === 'transferAccepted' && data.previousIdvaServiceId !== data.idvaServiceId,
  );
  const tried = facts.findLastIndex((fact) => fact.type === 'contactAttempted' && fact.data.result !== 'unsafe');
  if (tried <= begun || runs(about, ['contactAttempts', 'firstContact', 'contactDecision'])) return false;
  const spoke = facts.findLastIndex((fact) => fact.type === 'contactAttempted' && fact.data.result === 'spoke');
  const engagement = about.last('engagementRecorded');
  const said = about.lastIndexOf('engagementRecorded') > begun && engagement?.data.status !== 'unableToContact';
  return spoke <= begun && !said && !decidedNotTo(about, tried);
}

/** The service said since that nobody goes on trying: it stops, or nobody can contact them. */
function decidedNotTo(about: SimulatedCase, tried: number): boolean {
  const stopped = about.facts.findLastIndex((fact) => fact.type === 'attemptsDecided' && fact.data.decision === 'stop');
  const unable = about.lastIndexOf('engagementRecorded');
  return stopped > tried || unable > tried;
}

/** Somebody spoke to the victim, contact was not ended since, and it is not on record whether they engage. */
function engagementLost(about: SimulatedCase): boolean {
  const { state, standing, facts } = about;
  const spoke = facts.findLastIndex((fact) => fact.type === 'contactAttempted' && fact.data.result === 'spoke');
  const ours = [...worked, 'closed'].includes(state.stage) || (state.stage === 'handedOver' && standing?.withIdva);
  if (spoke < 0 || !ours || state.supportEnded || state.contactSuspended || runs(about, ['engagement'])) return false;
  // Another area’s service that takes over where support had ended makes a first contact of its own.
  if (state.engagement === 'none') return about.lastIndexOf('supportEnded') < spoke;
  // That nobody could contact them was said of an earlier time, unless the case was somebody else’s since.
  const stayed = [...noMoreOurs, 'supportEnded', 'handoverRefused'] as const;
  const since = stayed.every((type) => about.lastIndexOf(type) < spoke);
  return state.engagement === 'unableToContact' && about.lastIndexOf('engagementRecorded') < spoke && since;
}

/** Whether, since the last fact of one type, one of another has come; true where the first never came. */
function since(about: SimulatedCase, one: FactType, other: FactType): boolean {
  const began = about.lastIndexOf(one);
  return began < 0 || about.lastIndexOf(other) > began;
}

function runs({ running }: SimulatedCase, kinds: readonly ClockKind[], subjectId?: string): boolean {
  for (const { clock } of running.values())
    if (kinds.includes(clock.kind) && (subjectId === undefined || clock.subject.id === subjectId)) return true;
  return false;
}

const noMoreOurs: readonly FactType[] = ['acknowledged', 'transferAccepted', 'referralMerged', 'referralDeclined'];

/**
 * The service had an adviser beside the victim and has none who leads, and the victim is the service's: they always were, or whoever
 * had them gave them back. A service that took them over meanwhile begins with them as with a new referral.
 */
function isToAllocate(about: SimulatedCase): boolean {
  const { state, standing } = about;
  const left = about.lastIndexOf('allocationEnded');
  const elsewhere = about.facts.findLastIndex(
    ({ type, data }) => type === 'transferAccepted' && data.previousIdvaServiceId !== data.idvaServiceId,
  );
  const withUs = state.stage === 'handedOver' && standing?.withIdva === true;
  const ours = withUs || worked.includes(state.stage) || state.stage === 'closed';
  return left > elsewhere && ours && !state.supportEnded && standing?.adviserId === null;
}
