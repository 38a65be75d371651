import { refuse } from '../../lifecycle/refusal.ts';
import { type MeetingDecider, proposeMeeting } from '../meetingCommand.ts';
import type { MeetingFact } from '../meetingFact.ts';
import { type MeetingState, unanswered } from '../meetingState.ts';

/** Locks the list: from now on cases come in by decision alone, and every agency with a part is asked what it knows. */
export const lockList: MeetingDecider<'lockList'> = (state, _payload, { occurred }) => {
  if (state.stage !== 'planned') return refuse('LIST_LOCKED');
  return proposeMeeting([{ type: 'listLocked', occurred, data: { caseIds: [] } }], { type: 'lock' });
};

/** A case that came after the list was locked; while it is open, locking will find the case by itself. */
export const admitCase: MeetingDecider<'admitCase'> = (state, { caseId }, { occurred }) => {
  if (state.stage === 'planned') return proposeMeeting([]);
  if (state.stage !== 'locked') return refuse('MEETING_HELD');
  if (caseId in state.cases) return proposeMeeting([]);
  return proposeMeeting([{ type: 'caseAdmitted', occurred, data: { caseId } }], { type: 'admit', caseId });
};

/** A case that went off the list after it was locked: what was asked only about it is asked no more. */
export const dismissCase: MeetingDecider<'dismissCase'> = (state, { caseId }, { occurred }) => {
  if (state.stage !== 'locked' || !(caseId in state.cases)) return proposeMeeting([]);
  const facts: MeetingFact[] = [{ type: 'caseLeft', occurred, data: { caseId } }];
  for (const [requestId, request] of Object.entries(state.requests)) {
    const left = unanswered(request);
    if (left.length === 1 && left[0] === caseId)
      facts.push({ type: 'researchComplete', occurred, data: { requestId } });
  }
  return proposeMeeting(facts);
};

/** What one agency knows of one case; knowing nothing and declining with a reason are answers too. */
export const returnResearch: MeetingDecider<'returnResearch'> = (state, payload, { occurred }) => {
  if (state.stage !== 'locked') return refuse(state.stage === 'planned' ? 'LIST_NOT_LOCKED' : 'MEETING_HELD');
  const found = requestOf(state, payload.agencyId);
  if (!found?.request.caseIds.includes(payload.caseId)) return refuse('NOT_ASKED');
  const { requestId, request } = found;
  const { onlyIfUnanswered, ...answer } = payload;
  if (onlyIfUnanswered && request.returned.includes(payload.caseId)) return refuse('ANSWERED_ALREADY');
  const facts: MeetingFact[] = [{ type: 'researchReturned', occurred, data: { requestId, ...answer } }];
  const left = unanswered(request).filter((id) => id !== payload.caseId);
  if (left.length === 0 && unanswered(request).length > 0)
    facts.push({ type: 'researchComplete', occurred, data: { requestId } });
  return proposeMeeting(facts);
};

/** The agenda has gone out; again, where the list changed after it did. */
export const sendAgenda: MeetingDecider<'sendAgenda'> = (state, _payload, { occurred }) => {
  if (state.stage !== 'locked') return refuse(state.stage === 'planned' ? 'LIST_NOT_LOCKED' : 'MEETING_HELD');
  return proposeMeeting([{ type: 'agendaSent', occurred, data: { caseIds: Object.keys(state.cases) } }]);
};

function requestOf(state: MeetingState, agencyId: string) {
  const [found] = Object.entries(state.requests).filter(([, request]) => request.agencyId === agencyId);
  return found && { requestId: found[0], request: found[1] };
}
