import { daysBetween, londonDate } from '../../calendar/london.ts';
import { hasMilestone } from '../../court/codes.ts';
import type { CaseFact } from '../caseFact.ts';
import type { CaseState, LiveDateState } from '../caseState.ts';
import { propose, type Decider } from '../command.ts';
import { contactMade } from './contactMade.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** A matter comes before a court: its hearings and milestones belong to it. */
export const openProceeding: Decider<'openProceeding'> = (_state, payload, { occurred, now }) => {
  const startedOn = payload.startedOn ?? londonDate(occurred.at);
  if (startedOn > londonDate(now)) return refuse('BEGINS_LATER');
  return propose([{ type: 'proceedingOpened', occurred, data: { ...payload, startedOn } }]);
};

/** A charge, a plea, a verdict …: what was reached on the way through court, on the day on which it happened. */
export const recordMilestone: Decider<'recordMilestone'> = (state, payload, { occurred }) => {
  const proceeding = state.proceedings[payload.proceedingId];
  if (!proceeding) return unknownProceeding(payload.proceedingId);
  if (proceeding.ended) return refuse('PROCEEDING_ENDED');
  if (!hasMilestone(proceeding.kind, payload.milestone)) return refuse('NOT_IN_THESE_PROCEEDINGS');
  if (londonDate(occurred.at) < proceeding.startedOn) return refuse('BEFORE_PROCEEDING');
  return propose([{ type: 'milestoneReached', occurred, data: payload }]);
};

/** Proceedings are over once no hearing in them stands. */
export const endProceeding: Decider<'endProceeding'> = (state, payload, { occurred }) => {
  const proceeding = state.proceedings[payload.proceedingId];
  if (!proceeding) return unknownProceeding(payload.proceedingId);
  if (proceeding.ended) return refuse('PROCEEDING_ENDED');
  const standing = Object.entries(state.liveDates)
    .filter(([, date]) => date.proceedingId === payload.proceedingId && date.standing !== 'ended')
    .map(([id, date]) => ({ type: 'liveDate', id, code: date.kind }));
  if (standing.length > 0) return refuse('PROCEEDING_HAS_HEARINGS', standing);
  return propose([{ type: 'proceedingEnded', occurred, data: payload }]);
};

/** What came of a hearing before it decided: the next one is a date of its own, and the chain of them is kept. */
export const adjournHearing: Decider<'adjournHearing'> = (state, payload, { occurred }) => {
  const hearing = standingHearing(state, payload.liveDateId);
  if (!hearing.ok) return hearing;
  const { liveDateId, nextId, at } = payload;
  if (at !== null && daysBetween(londonDate(occurred.at), londonDate(at)) < 1) return refuse('ADJOURNED_TO_THE_PAST');
  const { proceedingId = null, companionIds = [], watchedById = null } = hearing.date;
  const goesOn = { proceedingId, companionIds, watchedById, adjournedFromId: liveDateId };
  const next: CaseFact = {
    type: 'liveDateAdded',
    occurred,
    data: { liveDateId: nextId, kind: 'hearing', at, contentId: null, ...goesOn },
  };
  return propose([{ type: 'hearingAdjourned', occurred, data: { ...payload, watchedById } }, next]);
};

/** Who goes along to a hearing; the first of them is the one who is reminded. */
export const setHearingCompany: Decider<'setHearingCompany'> = (state, payload, { occurred }) => {
  const hearing = standingHearing(state, payload.liveDateId);
  if (!hearing.ok) return hearing;
  const { watchedById = null } = hearing.date;
  return propose([{ type: 'hearingCompanySet', occurred, data: { ...payload, watchedById } }]);
};

/** The victim heard what was decided, or somebody decides that there is no safe way. */
export const tellResult: Decider<'tellResult'> = (state, payload, { occurred }) => {
  if (!state.liveDates[payload.liveDateId]) return unknownLiveDate(payload.liveDateId);
  const owed = Object.values(state.clocks).some(
    ({ kind, subject }) => (kind === 'hearingTold' || kind === 'bailOutcome') && subject.id === payload.liveDateId,
  );
  if (!owed) return refuse('RESULT_NOT_DUE');
  const facts: CaseFact[] = [{ type: 'resultTold', occurred, data: payload }];
  if (payload.result === 'noSafeWay') return propose(facts);
  return contactMade(state, { ...payload, reasonId: payload.outsideReasonId ?? null }, facts);
};

/** Refuses a live date there is not. */
export function unknownLiveDate(id: string): Refusal {
  return refuse('UNKNOWN_LIVE_DATE', [{ type: 'liveDate', id }]);
}

/** Refuses proceedings there are not. */
export function unknownProceeding(id: string): Refusal {
  return refuse('UNKNOWN_PROCEEDING', [{ type: 'proceeding', id }]);
}

function standingHearing(state: CaseState, id: string): { readonly ok: true; readonly date: LiveDateState } | Refusal {
  const date = state.liveDates[id];
  if (!date) return unknownLiveDate(id);
  if (date.kind !== 'hearing') return refuse('NOT_A_HEARING');
  return date.standing === 'ended' ? refuse('LIVE_DATE_ENDED') : { ok: true, date };
}
