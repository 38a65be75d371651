import { londonDate } from '../../calendar/london.ts';
import type { CaseFact } from '../caseFact.ts';
import type { CaseState } from '../caseState.ts';
import { propose, type Decider } from '../command.ts';
import { refuse } from '../refusal.ts';
import { actionSet } from './actions.ts';

/**
 * Puts a graded case on the list of a named meeting, or of the first whose cut-off has not passed. A repeat that found
 * no meeting when it came does not wait for its grade. One that was heard is heard again where somebody says why.
 */
export const listCase: Decider<'listCase'> = (state, payload) => {
  if (state.listing) return refuse('ALREADY_LISTED');
  if (!mayBeHeard(state)) return refuse('NOT_IN_THIS_STAGE');
  if (state.stage !== 'heard') return propose([], { type: 'place', because: 'decided', ...payload });
  // That a plan has failed, or that something new is known, is for the meeting and the record.
  if (payload.reasonId === null) return refuse('HEARD_ALREADY');
  return propose([], { type: 'place', because: 'heardAgain', ...payload });
};

/** Graded for MARAC or heard by one already, or a repeat: that one is heard whatever the score, so it waits for no grade, least of all in an emergency. */
function mayBeHeard({ stage, repeat }: CaseState): boolean {
  return stage === 'graded' || stage === 'heard' || (repeat && ['received', 'returned', 'accepted'].includes(stage));
}

/** Off the list only with a reason and the name of who decided. */
export const takeOffList: Decider<'takeOffList'> = (state, { decisionId }, { occurred }) => {
  if (!state.listing) return refuse('NOT_LISTED');
  return propose([takenOff(state.listing, decisionId, occurred), ...asHeard(state, occurred)]);
};

/** One that was to be heard again and is not stands as it was heard. */
function asHeard({ again }: CaseState, occurred: CaseFact['occurred']): readonly CaseFact[] {
  return again === true ? [{ type: 'standsAsHeard', occurred, data: {} }] : [];
}

/** The fact that a case went off a list, by a decision that is kept as content. */
export function takenOff(
  { listingId, meetingId }: NonNullable<CaseState['listing']>,
  decisionId: string | null,
  occurred: CaseFact['occurred'],
): CaseFact {
  return { type: 'takenOffList', occurred, data: { listingId, meetingId, decisionId } };
}

/** The chair takes a case onto a meeting whose list is locked; it leaves the list it was on. */
export const admitLate: Decider<'admitLate'> = (state, payload, when) => ontoList(state, payload, when, 'late');

/** A case goes onto an emergency meeting; it leaves the list it was on. */
export const callToEmergency: Decider<'callToEmergency'> = (state, payload, when) =>
  ontoList(state, payload, when, 'emergency');

function ontoList(
  state: CaseState,
  { meetingId, reasonId }: { readonly meetingId: string; readonly reasonId: string },
  { occurred }: { readonly occurred: CaseFact['occurred'] },
  because: 'late' | 'emergency',
) {
  if (state.listing?.meetingId === meetingId) return refuse('ALREADY_LISTED');
  if (!state.listing && !mayBeHeard(state)) return refuse('NOT_IN_THIS_STAGE');
  const facts = state.listing ? [takenOff(state.listing, reasonId, occurred)] : [];
  return propose(facts, { type: 'place', because, meetingId, reasonId });
}

/** The meeting was cancelled or moved: the case is listed again, unless it has left that list meanwhile. */
export const relistCase: Decider<'relistCase'> = (state, payload, { occurred }) => {
  const { fromMeetingId, toMeetingId, because, reasonId } = payload;
  if (!state.listing) return refuse('NOT_LISTED');
  if (state.listing.meetingId !== fromMeetingId) return refuse('OTHER_MEETING');
  const offList = takenOff(state.listing, reasonId, occurred);
  // Where the victim has died nothing is listed any more.
  if (state.frozen) return propose([offList, ...asHeard(state, occurred)]);
  return propose([offList], { type: 'place', because, meetingId: toMeetingId, reasonId });
};

/** Another area has the same two people before its meeting: both coordinators are told, to agree who leads. */
export const noteTwoAreas: Decider<'noteTwoAreas'> = (_state, data, { occurred }) =>
  propose([{ type: 'twoAreasNoted', occurred, data }]);

/** The meeting heard the case, or deferred it; a deferred case is listed again by itself. */
export const recordHearing: Decider<'recordHearing'> = (state, payload, { occurred, now }) => {
  if (!state.listing) return refuse('NOT_LISTED');
  const { listingId, meetingId, meetingOn } = state.listing;
  if (meetingId !== payload.meetingId) return refuse('OTHER_MEETING');
  if (meetingOn > londonDate(now) || meetingOn > londonDate(occurred.at)) return refuse('MEETING_NOT_YET');
  const { attendance } = payload;
  if (payload.outcome === 'deferred') {
    const data = { meetingId, meetingOn, listingId, attendance, reasonId: payload.reasonId };
    return propose([{ type: 'caseDeferred', occurred, data }], {
      type: 'place',
      because: 'deferred',
      meetingId: null,
      reasonId: payload.reasonId,
    });
  }
  const facts: CaseFact[] = [];
  facts.push({
    type: 'caseHeard',
    occurred,
    data: { meetingId, meetingOn, listingId, attendance, minuteId: payload.minuteId },
  });
  facts.push(...payload.actions.map((action) => actionSet(action, occurred, meetingId)));
  return propose(facts);
};

/**
 * A case that is being taken over was heard by a meeting this system did not run. It comes off the list it was put on
 * here meanwhile; once it reminds people, only a meeting of this system hears it.
 */
export const recordHeardElsewhere: Decider<'recordHeardElsewhere'> = (state, payload, { occurred }) => {
  if (!state.silent) return refuse('NOT_ADOPTED');
  if (!state.accepted || !['accepted', 'graded', 'listed'].includes(state.stage)) return refuse('NOT_IN_THIS_STAGE');
  const { gradedOn, contentId } = payload;
  const { receivedAt, listing } = state;
  if (gradedOn !== null && receivedAt !== null && gradedOn < londonDate(receivedAt)) return refuse('HAPPENED_BEFORE');
  return propose(listing ? [takenOff(listing, contentId, occurred)] : [], { type: 'hearElsewhere', ...payload });
};

/** A repeat's last plan has been looked at again, before the agenda goes out. */
export const recordPlanReview: Decider<'recordPlanReview'> = (state, payload, { occurred }) => {
  if (!state.repeat || state.planReviewed) return refuse('NO_PLAN_TO_REVIEW');
  return propose([{ type: 'planReviewed', occurred, data: payload }]);
};

/** A named person says what protects the victim until a meeting, or that nothing more is needed. */
export const decideInterim: Decider<'decideInterim'> = (state, payload, { occurred }) =>
  Object.values(state.clocks).some(({ kind }) => kind === 'interimDecision')
    ? propose([{ type: 'interimDecided', occurred, data: payload }])
    : refuse('NO_INTERIM_DECISION');

/** The chair agrees that a case that was deferred again waits, or decides that its next meeting has to hear it. */
export const decideDeferral: Decider<'decideDeferral'> = (state, payload, { occurred }) =>
  Object.values(state.clocks).some(({ kind }) => kind === 'deferralDecision')
    ? propose([{ type: 'deferralDecided', occurred, data: payload }])
    : refuse('NO_DEFERRAL_DECISION');
